package stretch.history.transfer;

/** Is told how far an import has come. */
public interface ImportProgress {
    /** So many bytes of the file are read, of so many; once they are all read, what they hold is merged. */
    void at(long done, long all);
}
