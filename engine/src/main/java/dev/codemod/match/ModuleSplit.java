package dev.codemod.match;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Tells where the module ends in a dotted name such as {@code urllib.request.urlopen}. */
final class ModuleSplit {
    /** Modules of the standard library in packages that do not import them by themselves. */
    private static final Set<String> SUBMODULES = Set.of("""
            asyncio.subprocess collections.abc concurrent.futures concurrent.futures.process concurrent.futures.thread
            ctypes.util ctypes.wintypes curses.ascii curses.panel curses.textpad distutils.core distutils.util
            distutils.version email.encoders email.generator email.header email.headerregistry email.message
            email.mime.application email.mime.audio email.mime.base email.mime.image email.mime.multipart
            email.mime.text email.parser email.policy email.utils encodings.idna html.entities html.parser
            http.client http.cookiejar http.cookies http.server importlib.abc importlib.machinery importlib.metadata
            importlib.resources importlib.util json.decoder json.encoder json.tool logging.config logging.handlers
            multiprocessing.connection multiprocessing.dummy multiprocessing.managers multiprocessing.pool
            multiprocessing.shared_memory tkinter.filedialog tkinter.font tkinter.messagebox tkinter.ttk
            unittest.mock urllib.error urllib.parse urllib.request urllib.response urllib.robotparser
            wsgiref.simple_server wsgiref.util xml.dom xml.dom.minidom xml.etree.ElementTree xml.parsers.expat xml.sax
            xml.sax.handler xml.sax.saxutils xmlrpc.client xmlrpc.server
            """.strip().split("\\s+"));

    private final Set<String> modules = new HashSet<>(SUBMODULES);

    /**
     * Creates a splitter.
     *
     * @param modules other dotted names that are modules
     */
    ModuleSplit(Collection<String> modules) {
        this.modules.addAll(modules);
    }

    /** Returns the longest known module that a dotted name is in, or else its first part. */
    String moduleOf(String dotted) {
        for (int end = dotted.lastIndexOf('.'); end > 0; end = dotted.lastIndexOf('.', end - 1)) {
            if (modules.contains(dotted.substring(0, end))) {
                return dotted.substring(0, end);
            }
        }
        return DottedName.root(dotted);
    }
}
