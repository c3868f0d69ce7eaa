package dev.plenum.experiment.backend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The description of itself that Maven puts into a jar. */
final class MavenPom {
  private static final String FOLDER = "META-INF/maven/";
  private static final String FILE = "/pom.xml";
  private static final Set<String> NOT_AT_RUN_TIME = Set.of("test", "provided", "system", "import");

  private MavenPom() {}

  /**
   * The libraries that a jar needs at run time.
   *
   * @throws IOException if the jar cannot be read
   */
  static Set<Artifact> dependencies(Path jar) throws IOException {
    Set<Artifact> artifacts = new LinkedHashSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      Enumeration<JarEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (isPomOf(jar, entry.getName())) {
          try (InputStream in = file.getInputStream(entry)) {
            artifacts.addAll(dependencies(parse(in, jar)));
          }
        }
      }
    }
    return artifacts;
  }

  /** A jar that has swallowed others has their descriptions too. */
  private static boolean isPomOf(Path jar, String entry) {
    if (!entry.startsWith(FOLDER) || !entry.endsWith(FILE)) {
      return false;
    }
    String folder = entry.substring(0, entry.length() - FILE.length());
    String artifact = folder.substring(folder.lastIndexOf('/') + 1);
    return jar.getFileName().toString().startsWith(artifact + "-");
  }

  private static Document parse(InputStream in, Path jar) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(in);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("the pom.xml in %s cannot be read: %s".formatted(jar, e.getMessage()));
    }
  }

  private static List<Artifact> dependencies(Document pom) {
    List<Artifact> artifacts = new ArrayList<>();
    for (Element list : children(pom.getDocumentElement(), "dependencies")) {
      for (Element dependency : children(list, "dependency")) {
        boolean isOptional = text(dependency, "optional").equals("true");
        if (!isOptional && !NOT_AT_RUN_TIME.contains(text(dependency, "scope"))) {
          artifacts.add(new Artifact(text(dependency, "groupId"), text(dependency, "artifactId")));
        }
      }
    }
    return artifacts;
  }

  private static String text(Element parent, String name) {
    return children(parent, name).stream()
        .findFirst()
        .map(child -> child.getTextContent().strip())
        .orElse("");
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }
}
