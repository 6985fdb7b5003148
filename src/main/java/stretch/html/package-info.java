/** Pages for the browser and the wall; knows the template engine, and nothing else does. */
package stretch.html;
