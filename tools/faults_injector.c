/* Loaded before the C library (LD_PRELOAD): makes one system call of a program fail, or be its last.
 *
 * Calls are counted over all threads together, so that each number means one call, which a tracer that counts for each
 * thread cannot do. Calls on standard input, output and error are left alone: what they lead to is no promise of the program.
 *
 * FAULT_CALL=name  the kind of call (see KINDS); FAULT_AT=n the n-th of its kind; FAULT_MODE=once|on|short|before|after:
 * fails once, from then on, is done by half (a write), or the program is killed before or after it. FAULT_ERRNO=number.
 * FAULT_COUNT=file  appends `kind count` for each kind when the program ends.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITE, SYNC, RENAME, LINK, UNLINK, TRUNCATE, CREATE, SOCKET, CONNECT, ACCEPT, SEND, RECEIVE, KINDS };
static const char *const names[KINDS] = {
    "write", "sync", "rename", "link", "unlink", "truncate", "create", "socket", "connect", "accept", "send",
    "receive"};
static atomic_long counts[KINDS];
static enum kind chosen = KINDS;
static long chosen_at;
static int chosen_errno;
static char mode;

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

/* Whether this call fails now; `short` is told by -1. */
static int strikes(enum kind kind) {
    long number = atomic_fetch_add(&counts[kind], 1) + 1;
    if (kind != chosen || number < chosen_at) return 0;
    if (mode == 'o') { errno = chosen_errno; return 1; }
    if (number > chosen_at) return 0;
    if (mode == 'b') die();
    if (mode == 'a') return 2;
    if (mode == 's') return 3;
    errno = chosen_errno;
    return 1;
}

static void report(void) {
    const char *path = getenv("FAULT_COUNT");
    FILE *file = path ? fopen(path, "a") : NULL;
    if (!file) return;
    for (int kind = 0; kind < KINDS; kind++) fprintf(file, "%s %ld\n", names[kind], atomic_load(&counts[kind]));
    fclose(file);
}

__attribute__((constructor)) static void begin(void) {
    const char *name = getenv("FAULT_CALL"), *at = getenv("FAULT_AT"), *how = getenv("FAULT_MODE"), *number = getenv("FAULT_ERRNO");
    chosen_at = at ? atol(at) : 0;
    chosen_errno = number ? atoi(number) : EIO;
    if (name && how)
        for (int kind = 0; kind < KINDS; kind++)
            if (!strcmp(name, names[kind])) chosen = kind;
    /* `once` and `on` begin alike. */
    mode = !how ? 0 : !strcmp(how, "on") ? 'o' : !strcmp(how, "once") ? '1' : how[0];
    atexit(report);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(real))dlsym(RTLD_NEXT, #name)
#define CALL(kind, name, ...) \
    do { \
        REAL(name); \
        int fault = strikes(kind); \
        if (fault == 1) return -1; \
        __typeof__(real(__VA_ARGS__)) result = real(__VA_ARGS__); \
        if (fault == 2) die(); \
        return result; \
    } while (0)

/* A write on one of the standard streams is none of the program's own. */
#define WRITES(name, half, ...) \
    do { \
        REAL(name); \
        if (fd >= 0 && fd <= 2) return real(__VA_ARGS__); \
        int fault = strikes(WRITE); \
        if (fault == 1) return -1; \
        if (fault == 3) return half; \
        ssize_t result = real(__VA_ARGS__); \
        if (fault == 2) die(); \
        return result; \
    } while (0)

ssize_t write(int fd, const void *data, size_t size) { WRITES(write, real(fd, data, (size + 1) / 2), fd, data, size); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    WRITES(pwrite, real(fd, data, (size + 1) / 2, at), fd, data, size, at);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    WRITES(pwrite64, real(fd, data, (size + 1) / 2, at), fd, data, size, at);
}
ssize_t writev(int fd, const struct iovec *parts, int count) { WRITES(writev, real(fd, parts, 1), fd, parts, count); }

int fsync(int fd) { CALL(SYNC, fsync, fd); }
int fdatasync(int fd) { CALL(SYNC, fdatasync, fd); }

int rename(const char *from, const char *to) { CALL(RENAME, rename, from, to); }
int renameat(int from, const char *old, int to, const char *new) { CALL(RENAME, renameat, from, old, to, new); }
int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
    CALL(RENAME, renameat2, from, old, to, new, flags);
}
int link(const char *from, const char *to) { CALL(LINK, link, from, to); }
int linkat(int from, const char *old, int to, const char *new, int flags) { CALL(LINK, linkat, from, old, to, new, flags); }
int unlink(const char *path) { CALL(UNLINK, unlink, path); }
int unlinkat(int folder, const char *path, int flags) { CALL(UNLINK, unlinkat, folder, path, flags); }
int ftruncate(int fd, off_t size) { CALL(TRUNCATE, ftruncate, fd, size); }
int ftruncate64(int fd, off64_t size) { CALL(TRUNCATE, ftruncate64, fd, size); }

/* Only what may make a file. */
#define OPENS(name, ...) \
    do { \
        REAL(name); \
        mode_t rights = 0; \
        if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); rights = va_arg(rest, mode_t); va_end(rest); } \
        int fault = flags & (O_CREAT | __O_TMPFILE) ? strikes(CREATE) : 0; \
        if (fault == 1) return -1; \
        int result = real(__VA_ARGS__, flags, rights); \
        if (fault == 2) die(); \
        return result; \
    } while (0)
int open(const char *path, int flags, ...) { OPENS(open, path); }
int open64(const char *path, int flags, ...) { OPENS(open64, path); }
int openat(int folder, const char *path, int flags, ...) { OPENS(openat, folder, path); }
int openat64(int folder, const char *path, int flags, ...) { OPENS(openat64, folder, path); }

int socket(int domain, int type, int protocol) { CALL(SOCKET, socket, domain, type, protocol); }
int connect(int fd, const struct sockaddr *address, socklen_t size) { CALL(CONNECT, connect, fd, address, size); }
int accept4(int fd, struct sockaddr *address, socklen_t *size, int flags) { CALL(ACCEPT, accept4, fd, address, size, flags); }
ssize_t send(int fd, const void *data, size_t size, int flags) { CALL(SEND, send, fd, data, size, flags); }
ssize_t sendto(int fd, const void *data, size_t size, int flags, const struct sockaddr *to, socklen_t length) {
    CALL(SEND, sendto, fd, data, size, flags, to, length);
}
ssize_t sendmsg(int fd, const struct msghdr *message, int flags) { CALL(SEND, sendmsg, fd, message, flags); }
ssize_t recv(int fd, void *data, size_t size, int flags) { CALL(RECEIVE, recv, fd, data, size, flags); }
ssize_t recvmsg(int fd, struct msghdr *message, int flags) { CALL(RECEIVE, recvmsg, fd, message, flags); }
