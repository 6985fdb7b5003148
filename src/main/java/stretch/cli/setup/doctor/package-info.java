/** What the doctor looks at. */
package stretch.cli.setup.doctor;
