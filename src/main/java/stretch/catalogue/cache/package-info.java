/** The catalogue in the form in which it is read fastest. */
package stretch.catalogue.cache;
