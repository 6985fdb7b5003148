/** The home screen: what is due, what may be started and by which key. */
package stretch.screen.home;
