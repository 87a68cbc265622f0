package org.voltrail.model.health;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * What a laboratory says about one test. The raw measurement stays with the laboratory; its hash lets anybody check later that it
 * is the one that was tested.
 *
 * @param testedAt end of the measurement, ISO 8601 UTC; not before the battery's manufacture nor after the transaction
 * @param method standard and clause that the test followed, for example {@code IEC 62660-1:2018, 7.2}; at most 128 characters
 * @param instrument what it was measured with
 * @param rawDataSha256 hexadecimal SHA-256 of the raw measurement
 * @param rawDataUri where the raw measurement can be asked for: an http, https or urn URI of at most 512 characters
 * @param measurements the values
 */
public record TestReport(
        String testedAt,
        String method,
        Instrument instrument,
        String rawDataSha256,
        @Nullable String rawDataUri,
        Measurements measurements)
        implements Validated {
    private static final Pattern URI = Pattern.compile("(https?://|urn:)[\\x21-\\x7e]{1,500}");

    @Override
    public void validate(Check check) {
        check.instant("testedAt", testedAt);
        check.text("method", method, 128);
        check.nested("instrument", instrument);
        check.sha256("rawDataSha256", rawDataSha256);
        if (rawDataUri != null) {
            check.matches("rawDataUri", rawDataUri, URI, "an http, https or urn URI");
        }
        check.nested("measurements", measurements);
    }
}
