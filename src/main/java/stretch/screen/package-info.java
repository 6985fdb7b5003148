/** A moment of the session and a size give cells. Pure. */
package stretch.screen;
