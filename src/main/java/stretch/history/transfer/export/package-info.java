/** The history written for other programs: CSV, JSON and calendars. */
package stretch.history.transfer.export;
