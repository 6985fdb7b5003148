/** The commands that practise: run, resume, render, checkin. */
package stretch.cli.practise;
