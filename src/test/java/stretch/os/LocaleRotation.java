package stretch.os;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has each test class run in one of three locales and two time zones, always the same by its name.
 *
 * <p>JUnit finds it by {@code META-INF/services}. All classes run in one locale or zone of your choice with {@code mvn -o
 * test -Dlocale=ar-EG -Dzone=Asia/Kathmandu}.
 */
public final class LocaleRotation implements BeforeAllCallback, AfterAllCallback {
    /** Arabic has digits of its own, Turkish a second i. */
    private static final List<String> LOCALES = List.of("en-US", "ar-EG", "tr-TR");

    /** Away from Greenwich by a part of an hour, to the west and to the east; both know summer time. */
    private static final List<String> ZONES = List.of("America/St_Johns", "Pacific/Chatham");

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @Override
    public void beforeAll(ExtensionContext context) {
        int turn = Math.floorMod(context.getRequiredTestClass().getName().hashCode(), LOCALES.size() * ZONES.size());
        Locale.setDefault(Locale.forLanguageTag(System.getProperty("locale", LOCALES.get(turn % LOCALES.size()))));
        TimeZone.setDefault(TimeZone.getTimeZone(System.getProperty("zone", ZONES.get(turn / LOCALES.size()))));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }
}
