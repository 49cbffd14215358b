// What the server is compared with where each request is a datagram of its own: about the least
// that Linux can do for one. One thread, a constant reply for each datagram, all that wait read by
// one recvmmsg and answered by one sendmmsg.
//
// Usage: datagram_responder REPLY. Prints where it listens, runs until its standard input ends.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BATCH = 64, DATAGRAM_BYTES = 2048, SOCKET_BYTES = 4 * 1024 * 1024 };

static char input[BATCH][DATAGRAM_BYTES];
static struct sockaddr_in peers[BATCH];
static struct iovec pieces[BATCH], replies[BATCH];
static struct mmsghdr requests[BATCH], answers[BATCH];

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int bind_on_loopback(void) {
  struct sockaddr_in address = {.sin_family = AF_INET,
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  int bytes = SOCKET_BYTES;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes) < 0 ||
      bind(fd, (struct sockaddr *)&address, size) < 0 ||
      getsockname(fd, (struct sockaddr *)&address, &size) < 0) {
    fail("bind");
  }
  printf("Listening at udp://127.0.0.1:%d\nReady in 0 ms\n", ntohs(address.sin_port));
  fflush(stdout);
  return fd;
}

// Waits for the end of the standard input, which is that of whoever started this.
static void *end_with_input(void *unused) {
  char byte;
  (void)unused;
  while (read(STDIN_FILENO, &byte, 1) > 0) {
  }
  exit(0);
}

static void prepare(char *reply) {
  for (int i = 0; i < BATCH; i++) {
    pieces[i] = (struct iovec){.iov_base = input[i], .iov_len = DATAGRAM_BYTES};
    replies[i] = (struct iovec){.iov_base = reply, .iov_len = strlen(reply)};
    requests[i].msg_hdr = (struct msghdr){
        .msg_name = &peers[i], .msg_namelen = sizeof peers[i], .msg_iov = &pieces[i], .msg_iovlen = 1};
    answers[i].msg_hdr = (struct msghdr){
        .msg_name = &peers[i], .msg_namelen = sizeof peers[i], .msg_iov = &replies[i], .msg_iovlen = 1};
  }
}

static void answer(int fd, int count) {
  for (int done = 0; done < count;) {
    int sent = sendmmsg(fd, answers + done, count - done, 0);
    if (sent < 0 && errno != EINTR) {
      fail("sendmmsg");
    }
    done += sent < 0 ? 0 : sent;
  }
}

int main(int argc, char **argv) {
  pthread_t watcher;
  if (argc != 2 || argv[1][0] == '\0') {
    fputs("usage: datagram_responder REPLY\n", stderr);
    return 2;
  }
  prepare(argv[1]);
  int fd = bind_on_loopback();
  if (pthread_create(&watcher, NULL, end_with_input, NULL) != 0) {
    fail("pthread_create");
  }
  for (;;) {
    int count = recvmmsg(fd, requests, BATCH, MSG_WAITFORONE, NULL);
    if (count < 0 && errno != EINTR) {
      fail("recvmmsg");
    }
    answer(fd, count);
    for (int i = 0; i < count; i++) {
      requests[i].msg_hdr.msg_namelen = sizeof peers[i];
    }
  }
}
