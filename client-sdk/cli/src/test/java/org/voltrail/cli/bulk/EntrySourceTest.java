package org.voltrail.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.cli.CliException;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;
import org.voltrail.model.battery.Material;

class EntrySourceTest {

    @TempDir
    private Path folder;

    @Test
    void columnsMayComeInAnyOrderAndByShortName() throws IOException {
        List<Entry<Item>> read = read("a.csv", "weightGrams,id,details.model\n7,x,M1\n");
        assertThat(read).containsExactly(new Entry.Good<>(2, new Item("x", new Item.Details(7, "M1", Map.of()), List.of(), List.of())));
    }

    @Test
    void mapsListsAndPairsHaveColumnsOfTheirOwn() throws IOException {
        List<Entry<Item>> read = read("a.csv",
                "id,weightGrams,compositionMg.cobalt,identities.serial,identities.gbt-34014,notes\nx,7,12,S1,,one|two\n");
        assertThat(read).containsExactly(new Entry.Good<>(2, new Item("x", new Item.Details(7, null, Map.of(Material.COBALT, 12L)),
                List.of(new Identity(IdentityScheme.SERIAL, "S1")), List.of("one", "two"))));
    }

    @Test
    void semicolonsAndAByteOrderMarkAreFine() throws IOException {
        List<Entry<Item>> read = read("a.csv", "\uFEFFid;weightGrams\nx;7\n");
        assertThat(read).hasSize(1).first().isInstanceOf(Entry.Good.class);
    }

    @Test
    void aLineNumberCountsQuotedLineBreaks() throws IOException {
        List<Entry<Item>> read = read("a.csv", "id,weightGrams,model\nx,7,\"one\ntwo\"\ny,heavy,m\n");
        assertThat(read).hasSize(2);
        assertThat(read.get(1)).isInstanceOf(Entry.Bad.class);
        assertThat(read.get(1).line()).isEqualTo(4);
    }

    @Test
    void aNumberWithAUnitIsExplained() throws IOException {
        Entry<Item> entry = read("a.csv", "id,weightGrams\nx,7 kg\n").get(0);
        assertThat(entry).isInstanceOfSatisfying(Entry.Bad.class, bad -> {
            assertThat(bad.refusal().field()).isEqualTo("details.weightGrams");
            assertThat(bad.refusal().found()).isEqualTo("7 kg");
            assertThat(bad.refusal().expected()).contains("whole number");
        });
    }

    @Test
    void aLineOfAnotherWidthIsRefusedAlone() throws IOException {
        List<Entry<Item>> read = read("a.csv", "id,weightGrams\nx,7,1\ny,7\n");
        assertThat(read.get(0)).isInstanceOf(Entry.Bad.class);
        assertThat(read.get(1)).isInstanceOf(Entry.Good.class);
    }

    @Test
    void anUnknownColumnIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> read("a.csv", "id,wieght\n"))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("wieght")
                .satisfies(e -> assertThat(((CliException) e).remedy()).contains("details.weightGrams"));
    }

    @Test
    void aJsonArrayIsReadElementByElement() throws IOException {
        List<Entry<Item>> read = read("a.json",
                "[{\"id\":\"x\",\"details\":{\"weightGrams\":1}},\n{\"id\":\"y z\",\"details\":{\"weightGrams\":1}}]");
        assertThat(read.get(0)).isEqualTo(new Entry.Good<>(1, Item.of("x")));
        assertThat(read.get(1)).isInstanceOf(Entry.Bad.class);
        assertThat(read.get(1).line()).isEqualTo(2);
    }

    @Test
    void brokenJsonEndsTheReadingWithItsPlace() {
        assertThatThrownBy(() -> read("a.json", "[{\"id\":\"x\",\"details\":{\"weightGrams\":1}},\n{\"id\" 5"))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("line 2");
    }

    private List<Entry<Item>> read(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        List<Entry<Item>> entries = new ArrayList<>();
        try (EntrySource<Item> source = EntrySource.open(file, Item.class, Columns.of(Item.class))) {
            for (Entry<Item> entry = source.next(); entry != null; entry = source.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
