/** Other programs: started, fed, heard and ended; the browser, notices and other terminals. */
package stretch.os.process;
