package org.voltrail.cli.endoflife;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.cli.submit.WireEnumConverter;
import org.voltrail.model.Command;
import org.voltrail.model.battery.Material;
import org.voltrail.model.endoflife.Destination;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotOutput;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code voltrail recycle output}. */
@CommandLine.Command(name = "output",
        description = "Record material that came out of a lot.",
        footer = {"", "Example:", "  voltrail recycle output LOT cobalt=12500000 plastic:energy-recovery=30000000"})
final class OutputCommand extends LotStep {

    @Parameters(index = "0", paramLabel = "LOT", description = "Id of the lot.")
    private String lotId = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "MATERIAL[:DESTINATION]=MG", converter = FractionConverter.class,
            description = "A fraction with its mass in mg. Destination: recycled (the default), energy-recovery or disposed.")
    private List<LotOutput> fractions = new ArrayList<>();

    @Option(names = "--document", paramLabel = "TEXT", description = "Weighing ticket or similar.")
    private @Nullable String document;

    @Override
    protected Command<Lot> command(Session session) {
        return new EndOfLifeCommand.RecordOutput(lotId, fractions, document);
    }

    /** Reads a fraction. */
    static final class FractionConverter implements ITypeConverter<LotOutput> {

        private final Materials materials = new Materials();
        private final Destinations destinations = new Destinations();

        @Override
        public LotOutput convert(String value) {
            String[] sides = value.split("=", -1);
            String[] names = sides[0].split(":", -1);
            if (sides.length != 2 || names.length > 2) {
                throw new TypeConversionException("\"" + value + "\" should be MATERIAL=MG or MATERIAL:DESTINATION=MG");
            }
            Destination destination = names.length == 2 ? destinations.convert(names[1]) : Destination.RECYCLED;
            return new LotOutput(materials.convert(names[0]), destination, milligrams(sides[1]));
        }

        private static long milligrams(String text) {
            try {
                return Long.parseLong(text.toLowerCase(Locale.ROOT).replace("_", ""));
            } catch (NumberFormatException e) {
                throw new TypeConversionException("\"" + text + "\" should be a whole number of mg");
            }
        }
    }

    private static final class Materials extends WireEnumConverter<Material> {
        private Materials() {
            super(Material.class);
        }
    }

    private static final class Destinations extends WireEnumConverter<Destination> {
        private Destinations() {
            super(Destination.class);
        }
    }
}
