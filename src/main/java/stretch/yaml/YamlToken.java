package stretch.yaml;

/** Where a key or a value ends that is written on a single line. */
final class YamlToken {
    private YamlToken() {}

    /** The colon behind the key that begins here; -1 if it is not on this line. */
    static int colon(String line, int from) {
        if (isQuote(line.charAt(from))) {
            int end = quoted(line, from);
            int colon = end < 0 ? -1 : line.indexOf(':', end);
            return colon >= 0 && line.substring(end, colon).isBlank() ? colon : -1;
        }
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == ':' && isBlank(line, i + 1)) {
                return i;
            }
        }
        return -1;
    }

    /** The end of the value that begins here; -1 if it is not on this line. */
    static int end(String line, int from) {
        char first = line.charAt(from);
        if (isQuote(first)) {
            return quoted(line, from);
        }
        return first == '[' || first == '{' ? bracketed(line, from) : plain(line, from);
    }

    private static int plain(String line, int from) {
        int end = from;
        for (int i = from; i < line.length(); i++) {
            if (!isBlank(line, i)) {
                if (line.charAt(i) == '#' && isBlank(line, i - 1)) {
                    break;
                }
                end = i + 1;
            }
        }
        return end;
    }

    private static int bracketed(String line, int from) {
        int depth = 0;
        for (int i = from; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                case '"', '\'' -> {
                    int end = quoted(line, i);
                    if (end < 0) {
                        return -1;
                    }
                    i = end - 1;
                }
                default -> {}
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int quoted(String line, int from) {
        char quote = line.charAt(from);
        for (int i = from + 1; i < line.length(); i++) {
            if (quote == '"' && line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == quote) {
                if (quote == '\'' && line.startsWith("'", i + 1)) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isBlank(String line, int at) {
        return at >= line.length() || Character.isWhitespace(line.charAt(at));
    }
}
