package dev.codemod.rewrite;

import java.util.Set;

/** The top-level modules of Python's standard library, 2.7 and 3.0 to 3.14, which imports are sorted by. */
public final class StandardLibrary {
    private static final Set<String> MODULES = Set.of(("""
            __builtin__ abc aifc annotationlib antigravity anydbm argparse array ast asynchat asyncio
            asyncore atexit audiodev audioop base64 BaseHTTPServer Bastion bdb binascii binhex bisect
            builtins bz2 calendar cgi CGIHTTPServer cgitb chunk cmath cmd code codecs codeop collections
            colorsys commands compileall compression concurrent ConfigParser configparser contextlib
            contextvars Cookie cookielib copy copy_reg copyreg cPickle cProfile crypt cStringIO csv ctypes
            curses dataclasses datetime dbhash dbm decimal difflib dircache dis distutils doctest
            DocXMLRPCServer dumbdbm dummy_thread dummy_threading email encodings ensurepip enum errno
            exceptions faulthandler fcntl filecmp fileinput fnmatch formatter fpformat fractions ftplib
            functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html
            htmlentitydefs htmllib HTMLParser http httplib idlelib ihooks imaplib imghdr imp importlib
            imputil inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma
            macpath mailbox mailcap markupbase marshal math md5 mhlib mimetools mimetypes MimeWriter mimify
            mmap modulefinder msilib msvcrt multifile multiprocessing mutex netrc new nis nntplib nt ntpath
            nturl2path numbers opcode operator optparse os ossaudiodev parser pathlib pdb pickle pickletools
            pipes pkgutil platform plistlib popen2 poplib posix posixfile posixpath pprint profile pstats
            pty pwd py_compile pyclbr pydoc pydoc_data pyexpat Queue queue quopri random re readline repr
            reprlib resource rexec rfc822 rlcompleter robotparser runpy sched secrets select selectors sets
            sgmllib sha shelve shlex shutil signal SimpleHTTPServer SimpleXMLRPCServer site smtpd smtplib
            sndhdr socket SocketServer socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl
            stat statistics statvfs string StringIO stringold stringprep struct subprocess sunau sunaudio
            symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this
            thread threading time timeit Tkinter tkinter toaiff token tokenize tomllib trace traceback
            tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib urllib2 urlparse user
            UserDict UserList UserString uu uuid venv warnings wave weakref webbrowser whichdb winreg
            winsound wsgiref xdrlib xml xmllib xmlrpc xmlrpclib zipapp zipfile zipimport zlib zoneinfo
            """).strip().split("\\s+"));

    private StandardLibrary() {}

    /** Returns whether a module, or the package that it is in, is of the standard library. */
    public static boolean has(String module) {
        int dot = module.indexOf('.');
        return MODULES.contains(dot < 0 ? module : module.substring(0, dot));
    }
}
