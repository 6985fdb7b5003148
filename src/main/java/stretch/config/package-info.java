/** The user's settings, and editing the user's own files. */
package stretch.config;
