package dev.codemod.project;

import java.util.Set;

/** The top-level modules of the standard libraries of Python 2.7 and 3.0-3.14, private ones left out. */
final class StandardModules {
    private static final Set<String> NAMES = Set.of("""
            BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser
            MimeWriter Queue SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO UserDict UserList
            UserString __builtin__ __future__ __main__ _thread abc aifc annotationlib antigravity anydbm
            argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii binhex
            bisect builtins bz2 cPickle cProfile cStringIO calendar cgi cgitb chunk cmath cmd code
            codecs codeop collections colorsys commands compileall compression concurrent configparser
            contextlib contextvars cookielib copy copy_reg copyreg crypt csv ctypes curses dataclasses
            datetime dbm decimal difflib dircache dis distutils doctest dumbdbm dummy_thread
            dummy_threading email encodings ensurepip enum errno exceptions faulthandler fcntl filecmp
            fileinput fnmatch formatter fpformat fractions ftplib functools gc gdbm genericpath getopt
            getpass gettext glob graphlib grp gzip hashlib heapq hmac hotshot html htmlentitydefs
            htmllib http httplib idlelib ihooks imaplib imghdr imp importlib imputil inspect io
            ipaddress itertools json keyword lib2to3 linecache locale logging lzma macpath mailbox
            mailcap markupbase marshal math md5 mhlib mimetools mimetypes mimify mmap modulefinder
            msilib msvcrt multifile multiprocessing mutex netrc new nis nntplib nt ntpath nturl2path
            numbers opcode operator optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes
            pkgutil platform plistlib popen2 poplib posix posixfile posixpath pprint profile pstats pty
            pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib
            resource rexec rfc822 rlcompleter robotparser runpy sched secrets select selectors sets
            sgmllib sha shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd
            sqlite3 sre sre_compile sre_constants sre_parse ssl stat statistics statvfs string stringold
            stringprep struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile
            telnetlib tempfile termios textwrap this thread threading time timeit tkinter toaiff token
            tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata
            unittest urllib urllib2 urlparse user uu uuid venv warnings wave weakref webbrowser whichdb
            winreg winsound wsgiref xdrlib xml xmllib xmlrpc xmlrpclib zipapp zipfile zipimport zlib
            zoneinfo
            """.split("\\s+"));

    private StandardModules() {}

    /** Returns whether a dotted name is a module of the standard library or inside one. */
    static boolean contains(String dotted) {
        int dot = dotted.indexOf('.');
        return NAMES.contains(dot < 0 ? dotted : dotted.substring(0, dot));
    }
}
