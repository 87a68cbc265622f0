package org.voltrail.topology.render;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.voltrail.topology.Policies;
import org.voltrail.topology.TopologyException;

/** The templates of this module. A variable that a template lacks stops the rendering: no file has a hole in it. */
final class Templates {
    private static final Configuration CONFIGURATION = configuration();

    private Templates() {}

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Templates.class, "/org/voltrail/topology/templates");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
        return configuration;
    }

    /**
     * A template's text with its variables filled in.
     *
     * @throws TopologyException if the template lacks a variable
     */
    static String fill(String template, Map<String, ?> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("anyOf", (TemplateMethodModelEx) Templates::anyOf);
        StringWriter text = new StringWriter();
        try {
            CONFIGURATION.getTemplate(template + ".ftl").process(all, text);
        } catch (IOException | TemplateException e) {
            throw new TopologyException("Template " + template + ": " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static String anyOf(List<?> arguments) throws TemplateModelException {
        TemplateSequenceModel roles = (TemplateSequenceModel) arguments.get(1);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            names.add(roles.get(i).toString());
        }
        return Policies.anyOf(arguments.get(0).toString(), names);
    }
}
