package org.mswada.importing.lines;

/** Takes the middle out of long texts, for a reason may show a value that is as long as a whole line. */
public final class ShortText {
    private static final int START = 300;
    private static final int END = 200;

    private ShortText() {}

    /** Returns the text, or its beginning and its end. */
    public static String of(String text) {
        if (text.length() <= START + END) {
            return text;
        }
        int start = Character.isHighSurrogate(text.charAt(START - 1)) ? START - 1 : START;
        int end = text.length() - END;
        end = Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
        return text.substring(0, start) + " ... " + text.substring(end);
    }
}
