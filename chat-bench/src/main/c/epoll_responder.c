// What the server is compared with: about the least that Linux can do for a request. One thread,
// level-triggered epoll, a constant reply for each LF, all replies to one read in one write.
//
// Usage: epoll_responder REPLY. Prints where it listens, runs until its standard input ends.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { EVENTS = 1024, READ_BYTES = 64 * 1024, REPLIES = 2048, BACKLOG = 4096 };

static char input[READ_BYTES];
static char *replies; // the reply, REPLIES times
static size_t reply_bytes;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int listen_on_loopback(void) {
  struct sockaddr_in address = {.sin_family = AF_INET,
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, size) < 0 ||
      listen(listener, BACKLOG) < 0 ||
      getsockname(listener, (struct sockaddr *)&address, &size) < 0) {
    fail("listen");
  }
  printf("Listening at tcp://127.0.0.1:%d\nReady in 0 ms\n", ntohs(address.sin_port));
  fflush(stdout);
  return listener;
}

static void watch(int epoll, int fd) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) < 0) {
    fail("epoll_ctl");
  }
}

static void accept_all(int epoll, int listener) {
  int on = 1;
  for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    watch(epoll, fd);
  }
}

static size_t count_lines(const char *at, size_t length) {
  size_t lines = 0;
  const char *end = at + length;
  while ((at = memchr(at, '\n', end - at)) != NULL) {
    lines++;
    at++;
  }
  return lines;
}

// Waits where the socket is full: the load reads all the time.
static int write_all(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, bytes, length);
    if (written >= 0) {
      bytes += written;
      length -= written;
    } else if (errno == EAGAIN) {
      struct pollfd room = {.fd = fd, .events = POLLOUT};
      poll(&room, 1, -1);
    } else {
      return -1;
    }
  }
  return 0;
}

static int answer(int fd, size_t lines) {
  while (lines > 0) {
    size_t batch = lines < REPLIES ? lines : REPLIES;
    if (write_all(fd, replies, batch * reply_bytes) < 0) {
      return -1;
    }
    lines -= batch;
  }
  return 0;
}

static void serve(int fd) {
  ssize_t length = read(fd, input, sizeof input);
  if (length < 0 && errno == EAGAIN) {
    return;
  }
  if (length <= 0 || answer(fd, count_lines(input, length)) < 0) {
    close(fd);
  }
}

int main(int argc, char **argv) {
  if (argc != 2 || argv[1][0] == '\0') {
    fputs("usage: epoll_responder REPLY\n", stderr);
    return 2;
  }
  signal(SIGPIPE, SIG_IGN);
  reply_bytes = strlen(argv[1]);
  replies = malloc(REPLIES * reply_bytes);
  if (replies == NULL) {
    fail("malloc");
  }
  for (int i = 0; i < REPLIES; i++) {
    memcpy(replies + i * reply_bytes, argv[1], reply_bytes);
  }

  int epoll = epoll_create1(0);
  int listener = listen_on_loopback();
  watch(epoll, listener);
  watch(epoll, STDIN_FILENO);
  struct epoll_event events[EVENTS];
  for (;;) {
    int ready = epoll_wait(epoll, events, EVENTS, -1);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) {
        accept_all(epoll, listener);
      } else if (fd == STDIN_FILENO) {
        return 0;
      } else {
        serve(fd);
      }
    }
  }
}
