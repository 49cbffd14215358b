package kabar.domain;

import static java.util.Objects.requireNonNull;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Receiver;
import kabar.protocol.Codec;
import kabar.protocol.Command;
import kabar.protocol.LiveCodec;
import kabar.protocol.Notice;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.protocol.Request;
import org.jspecify.annotations.Nullable;

/// The way of requests from one connection to the dispatcher, and of their answers back.
///
/// Answers leave in the order of their requests, as soon as those before them have left. Sends may
/// overlap sends; any other command begins when all before it are answered. Too many unanswered
/// requests, or a peer that does not read its answers, pause the connection: nothing is ever
/// dropped. Notices leave between answers, whenever they come.
///
/// Requests arrive on the transport's thread, replies become ready on any thread. Whoever brings
/// news calls {@link #work}; the first to come works on behalf of all who come meanwhile, so that
/// one thread at a time is inside, in no lock, and answers that are ready at once need no other
/// thread.
final class ChatConnection implements Receiver, Outlet, IdleWatch.Watched {
  private static final System.Logger LOG = System.getLogger(ChatConnection.class.getName());

  private final Connection connection;
  private final Dialects dialects;
  private final CommandDispatcher dispatcher;
  private final Door door;
  private final IdleWatch idleWatch;
  private final int maxUnanswered;
  private final Caller caller;

  private final ConcurrentLinkedQueue<Request> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger news = new AtomicInteger();
  private volatile boolean isPaused;
  private volatile boolean hasRoom;
  private volatile boolean isLast;
  private volatile boolean isGone;
  private volatile @Nullable Codec spoken; // written on the transport's thread only, once
  private volatile long heardNanos; // of a live dialect only

  // Only whoever is at work.
  private final ArrayDeque<Exchange> exchanges = new ArrayDeque<>(2);
  private boolean isExclusive;
  private boolean isClogged;

  ChatConnection(Connection connection, Dialects dialects, Reception reception) {
    this.connection = connection;
    this.dialects = dialects;
    this.dispatcher = reception.dispatcher();
    this.door = reception.door();
    this.idleWatch = reception.idleWatch();
    this.maxUnanswered = reception.maxUnanswered();
    this.caller = new Caller(connection.peer());
  }

  /// A request that was begun, and its reply once there is one.
  private static final class Exchange {
    private final Request request;
    private volatile @Nullable Reply reply;

    Exchange(Request request) {
      this.request = request;
    }
  }

  @Override
  public void received(ByteBuffer payload) {
    var codec = spoken == null ? begin(payload) : codec();
    accept(codec.decode(payload));
  }

  /// Somebody who begins with too much is taken to speak text.
  @Override
  public void oversized() {
    var codec = spoken == null ? begin(dialects.text().get()) : codec();
    accept(codec.oversized());
  }

  @Override
  public void drained() {
    hasRoom = true;
    work();
    caller.roomAgain();
  }

  /// A notice that cannot be written ends the connection: it must not miss it and go on.
  @Override
  public boolean push(Notice notice) {
    try {
      return connection.offer(notice.payload((LiveCodec) codec()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a connection is aborted because of a bug", e);
      connection.abort();
      return false;
    }
  }

  /// Tells a live peer something, if there is room; any other nothing. Any thread.
  void tell(Notice notice) {
    if (caller.isLive()) {
      push(notice);
    }
  }

  @Override
  public void close() {
    connection.close();
  }

  @Override
  public void finished() {
    finish();
  }

  @Override
  public void closed(CloseCause cause) {
    isGone = true;
    work();
    idleWatch.forget(this);
    door.left(this);
    caller.leave();
    dispatcher.left(caller);
  }

  /// Reads no more, answers what has arrived, then closes. Any thread.
  void finish() {
    isLast = true;
    work();
  }

  /// Where its peer is.
  SocketAddress address() {
    return connection.peer().address();
  }

  /// Requests that have arrived and are not answered yet. Any thread.
  int unanswered() {
    return unanswered.get();
  }

  @Override
  public long heardNanos() {
    return isPaused ? idleWatch.nanos() : heardNanos;
  }

  /// Ends the connection, to make room or because nobody seems to be there. Any thread.
  @Override
  public void turnAway() {
    connection.close();
  }

  private Codec begin(ByteBuffer payload) {
    return begin(dialects.startingWith(payload));
  }

  private Codec begin(Codec codec) {
    spoken = codec;
    if (codec instanceof LiveCodec) {
      caller.live(this);
      heardNanos = idleWatch.nanos();
      idleWatch.watch(this);
    }
    door.spoke(this);
    return codec;
  }

  private Codec codec() {
    return requireNonNull(spoken);
  }

  private void accept(Request request) {
    hear();
    waiting.add(request);
    if (unanswered.incrementAndGet() >= maxUnanswered) {
      pause();
    }
    work();
  }

  private void hear() {
    if (caller.isLive()) {
      heardNanos = idleWatch.nanos();
    }
  }

  private void work() {
    if (news.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      try {
        workOnce();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a connection is aborted because of a bug", e);
        connection.abort();
      }
      seen = news.addAndGet(-seen);
    } while (seen != 0);
  }

  private void workOnce() {
    if (hasRoom) {
      hasRoom = false;
      isClogged = false;
    }
    if (isGone) {
      waiting.clear();
      exchanges.clear();
      return;
    }
    do {
      answer();
    } while (begin());
    if (isLast && !isClogged && unanswered.get() == 0) {
      connection.close();
    }
    regulate();
  }

  /// Begins what may begin now. Answers whether anything was begun.
  private boolean begin() {
    var hasBegun = false;
    for (var next = waiting.peek(); next != null && mayBegin(next); next = waiting.peek()) {
      waiting.remove();
      begin(next);
      hasBegun = true;
    }
    return hasBegun;
  }

  private boolean mayBegin(Request request) {
    if (isClogged) {
      return false;
    }
    return running.get() == 0 || (!isExclusive && isSend(request));
  }

  private void begin(Request request) {
    var exchange = new Exchange(request);
    exchanges.add(exchange);
    var begun = dispatcher.dispatch(request.command(), caller);
    var future = begun.toCompletableFuture();
    if (future.state() == Future.State.SUCCESS) {
      exchange.reply = future.resultNow();
      return;
    }
    isExclusive = !isSend(request);
    running.incrementAndGet();
    begun.whenComplete((ready, failure) -> finish(exchange, ready, failure));
  }

  private void finish(Exchange exchange, @Nullable Reply reply, @Nullable Throwable failure) {
    if (reply == null) {
      LOG.log(System.Logger.Level.ERROR, "a dispatcher failed instead of answering", failure);
      connection.abort();
    }
    exchange.reply = reply;
    running.decrementAndGet();
    work();
  }

  /// Hands over the answers that are ready, up to the first that is not.
  private void answer() {
    while (!isClogged && !exchanges.isEmpty()) {
      var exchange = exchanges.element();
      var reply = exchange.reply;
      if (reply == null) {
        return;
      }
      if (!offer(codec().encode(exchange.request, reply))) {
        isClogged = true;
        return;
      }
      exchanges.remove();
      unanswered.decrementAndGet();
      if (exchanges.isEmpty()) {
        caller.answered();
      }
      if (isFarewell(reply)) {
        waiting.clear();
        connection.close();
      }
    }
  }

  private boolean offer(byte[] answer) {
    return answer.length == 0 || connection.offer(answer);
  }

  private static boolean isFarewell(Reply reply) {
    return reply instanceof Reply.Refused refused && refused.reason() == Reason.FOREIGN_PROTOCOL;
  }

  /// Stops reading while there is too much to answer, and goes on at half of that.
  private void regulate() {
    int count = unanswered.get();
    if (isClogged || isLast || count >= maxUnanswered) {
      pause();
    } else if (isPaused && count <= maxUnanswered / 2) {
      hear();
      isPaused = false;
      connection.resume();
    }
  }

  /// In this order: whoever sees the mark may resume, which must not be overtaken by the pause.
  private void pause() {
    connection.pause();
    isPaused = true;
  }

  private static boolean isSend(Request request) {
    return request.command() instanceof Command.Send;
  }
}
