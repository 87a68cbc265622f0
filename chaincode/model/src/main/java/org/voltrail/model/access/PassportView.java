package org.voltrail.model.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.voltrail.model.Copies;

/**
 * A battery's passport as one class of readers may see it.
 *
 * @param battery the battery's id
 * @param reader class that the reader was put into
 * @param passport the fields that this class may see, nested as in the battery's document
 * @param withheld paths of fields that are filled but not for this class
 * @param missing paths of fields that Annex XIII asks for and that are not filled
 * @param notYetRequired paths of fields that are not filled and need not be yet
 */
public record PassportView(
        String battery, Reader reader, JsonNode passport, List<String> withheld, List<String> missing, List<String> notYetRequired) {
    /** Copies the lists. */
    public PassportView {
        withheld = Copies.list(withheld);
        missing = Copies.list(missing);
        notYetRequired = Copies.list(notYetRequired);
    }
}
