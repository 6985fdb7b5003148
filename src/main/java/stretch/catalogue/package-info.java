/** What can be practised. Pure. */
package stretch.catalogue;
