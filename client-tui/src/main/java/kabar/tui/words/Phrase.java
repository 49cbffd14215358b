package kabar.tui.words;

/// A sentence for people, in each language. What stands in it for something else (`%s`) is the same
/// in all of them, in the same order.
public enum Phrase {
  // About the session.
  LOGGED_IN("Logged in as %s at %s.", "Masuk sebagai %s di %s."),
  REGISTERED(
      "Welcome, %s: your account at %s is made.",
      "Selamat datang, %s: akun Anda di %s sudah dibuat."),
  LOGGED_OUT("Logged out.", "Sudah keluar."),
  LOGGED_OUT_EVERYWHERE("Logged out on all devices.", "Sudah keluar di semua perangkat."),
  SESSION_WAS_OVER(
      "The session had ended already; it is forgotten here.",
      "Sesi itu sudah berakhir; di sini sudah dilupakan."),
  FORGOTTEN(
      "The session is forgotten here. The server was not told.",
      "Sesi itu sudah dilupakan di sini. Server tidak diberi tahu."),
  STILL_IN_OUTBOX(
      "In the outbox there are still messages that were not sent: %s (see kabar outbox).",
      "Di kotak keluar masih ada pesan yang belum terkirim: %s (lihat kabar outbox)."),
  NOT_LOGGED_IN(
      "nobody is logged in with the profile '%s' (expected a login before: kabar login)",
      "belum ada yang masuk dengan profil '%s' (masuk dulu: kabar login)"),
  UNKNOWN_PROFILE(
      "there is no profile '%s' (there are: %s; kabar login makes one)",
      "tidak ada profil '%s' (yang ada: %s; kabar login membuatnya)"),
  SESSION_ENDED(
      "the session has ended (expected a new login: kabar login)",
      "sesi sudah berakhir (masuk lagi: kabar login)"),
  PASSWORD_CHANGED(
      "The password is changed. Other sessions have ended.",
      "Kata sandi sudah diganti. Sesi yang lain sudah berakhir."),
  REVOKED("The session %s has ended.", "Sesi %s sudah berakhir."),
  CURRENT("this one", "yang ini"),

  // What is asked of somebody at the terminal.
  ASK_USER("User name: ", "Nama pengguna: "),
  ASK_PASSWORD("Password for %s: ", "Kata sandi untuk %s: "),
  ASK_NEW_PASSWORD("New password: ", "Kata sandi baru: "),
  ASK_AGAIN("Again: ", "Sekali lagi: "),
  NO_USER(
      "there is no user name (expected one on the command line: kabar %s)",
      "nama pengguna tidak ada (tulis di baris perintah: kabar %s)"),
  NO_PASSWORD(
      "there is no password (expected a terminal to ask at, or --password-stdin and a line of input)",
      "kata sandi tidak ada (perlu terminal untuk bertanya, atau --password-stdin dan satu baris masukan)"),
  PASSWORDS_DIFFER(
      "the two passwords differ (expected the same twice)",
      "kedua kata sandi berbeda (tulis yang sama dua kali)"),
  UNREADABLE_PASSWORD(
      "the password cannot be read (expected one line of at most %s bytes in UTF-8)",
      "kata sandi tidak terbaca (perlu satu baris paling panjang %s byte dalam UTF-8)"),

  // About messages.
  SENT("Sent to %s.", "Terkirim ke %s."),
  KEPT(
      "Not sent yet: %s. The message is kept in the outbox and goes out with the next command that"
          + " reaches the server.",
      "Belum terkirim: %s. Pesan disimpan di kotak keluar dan dikirim bersama perintah berikutnya"
          + " yang mencapai server."),
  NO_TEXT(
      "there is no text (expected the words of a message, or a text piped in)",
      "tidak ada teks (tulis kata-kata pesan, atau alirkan teks)"),
  TEXT_NOT_UTF8("the text is not in UTF-8 (expected text)", "teks bukan UTF-8 (perlu teks biasa)"),
  TEXT_TOO_LONG(
      "the text is longer than %s bytes (expected a shorter one)",
      "teks lebih panjang dari %s byte (tulis yang lebih pendek)"),
  UNREADABLE_ARGUMENT(
      "%s: cannot read '%s' in the character set of this environment (expected one that has it:"
          + " LC_ALL=C.UTF-8)",
      "%s: '%s' tidak terbaca dengan himpunan karakter lingkungan ini (pakai yang memuatnya:"
          + " LC_ALL=C.UTF-8)"),
  READ("%s is read up to %s.", "%s sudah dibaca sampai %s."),
  NOTHING_TO_READ("There are no messages with %s.", "Tidak ada pesan dengan %s."),
  NOTHING_UNREAD("Nothing unread.", "Tidak ada yang belum dibaca."),
  NO_CONVERSATIONS("No conversations yet.", "Belum ada percakapan."),
  NOBODY("Nobody.", "Tidak ada siapa-siapa."),
  OUTBOX_EMPTY("The outbox is empty.", "Kotak keluar kosong."),
  OUTBOX_CLEARED("Nothing waits any more.", "Tidak ada lagi yang menunggu."),
  STILL_WAITING(
      "Not all is sent yet: %s. It stays in the outbox.",
      "Belum semua terkirim: %s. Sisanya tetap di kotak keluar."),
  NO_SUCH_ENTRY(
      "there is no message '%s' in the outbox (expected a key of kabar outbox)",
      "tidak ada pesan '%s' di kotak keluar (perlu kunci dari kabar outbox)"),
  RETRIED("The message %s will be tried again.", "Pesan %s akan dicoba lagi."),
  DROPPED("The message %s is dropped.", "Pesan %s sudah dibuang."),

  // About the connection.
  CONNECTING("connecting", "menyambung"),
  ONLINE_AGAIN("online again", "tersambung lagi"),
  RETRY("%s, retry in %s s", "%s, coba lagi dalam %s dtk"),
  UNREACHABLE("the server cannot be reached", "server tidak dapat dicapai"),
  LOST("connection lost", "sambungan terputus"),
  SILENT("the server does not answer", "server tidak menjawab"),
  STOPPING("the server stops", "server berhenti"),
  BUSY("the server is busy", "server sedang sibuk"),
  GARBLED("the server's answers make no sense", "jawaban server tidak masuk akal"),
  NOT_REACHED("%s: %s (%s)", "%s: %s (%s)"),
  OTHER_PROTOCOL(
      "what answers there is no server that this program understands",
      "yang menjawab di sana bukan server yang dipahami program ini"),
  UNSUPPORTED_SERVER(
      "the server cannot do what this program needs",
      "server tidak dapat melakukan yang diperlukan program ini"),
  UNEXPECTED_ANSWER(
      "the server has answered something else than was asked",
      "server menjawab hal lain dari yang ditanya"),
  TIMED_OUT("no answer within %s", "tidak ada jawaban dalam %s"),
  SERVER_BUG(
      "the server met a bug of its own; its log tells more under %s",
      "server menemui kesalahannya sendiri; lognya menjelaskan di %s"),
  MISSED(
      "messages may be missing here: the server does not know the place to go on from (see kabar"
          + " history)",
      "mungkin ada pesan yang terlewat: server tidak mengenal tempat untuk melanjutkan (lihat kabar"
          + " history)"),

  // Why a server refuses.
  FOREIGN_PROTOCOL("the server speaks another protocol", "server memakai protokol lain"),
  NOT_UNDERSTOOD("the server does not understand the request", "server tidak memahami permintaan"),
  BAD_PARAMETER("something in the request is not as it should be", "ada yang tidak sesuai aturan"),
  BAD_CREDENTIALS("the user name or the password is wrong", "nama pengguna atau kata sandi salah"),
  UNKNOWN_USER("nobody has this name", "tidak ada yang bernama itu"),
  NAME_TAKEN("somebody has this name already", "nama itu sudah dipakai"),
  NOT_ALLOWED("it is not allowed", "tidak diizinkan"),
  TOO_LARGE("the text is too long", "teks terlalu panjang"),
  TOO_FAST("too fast, try again in %s s", "terlalu cepat, coba lagi dalam %s dtk"),
  UNAVAILABLE("the server cannot do it now", "server tidak dapat melakukannya sekarang"),
  CONFLICT("a message's key was used for another message", "kunci pesan sudah dipakai pesan lain"),
  UNKNOWN_REASON("the server refuses", "server menolak"),

  // About settings and files.
  NOT_SET("%s is not set", "%s belum diatur"),
  WRITTEN("Written to %s.", "Ditulis ke %s."),
  OUTPUT_LOST("the output cannot be written: %s", "keluaran tidak dapat ditulis: %s"),

  // About round trips.
  PINGING("Asking %s.", "Bertanya ke %s."),
  PONG("answer %s in %s ms", "jawaban %s dalam %s md"),
  NO_PONG("no answer %s: %s", "tidak ada jawaban %s: %s"),
  PING_SUMMARY("%s asked, %s answered, %s %% lost", "%s ditanya, %s dijawab, %s %% hilang"),
  PING_TIMES(
      "round trip min/avg/max/mdev = %s/%s/%s/%s ms",
      "bolak-balik min/avg/max/mdev = %s/%s/%s/%s md"),

  // Headings of tables.
  WITH("with", "dengan"),
  NAME("name", "nama"),
  UNREAD("unread", "belum dibaca"),
  WHEN("when", "kapan"),
  LAST("last message", "pesan terakhir"),
  USER("user", "pengguna"),
  COUNTRY("country", "negara"),
  PRESENCE("presence", "kehadiran"),
  SINCE("since", "sejak"),
  SESSION("session", "sesi"),
  DEVICE("device", "perangkat"),
  ADDRESS("address", "alamat"),
  CREATED("created", "dibuat"),
  LAST_SEEN("last seen", "terakhir dipakai"),
  KEY("key", "kunci"),
  TO("to", "kepada"),
  STANDING("state", "keadaan"),
  TEXT("text", "teks"),

  // Words in tables.
  ONLINE("online", "daring"),
  AWAY("away", "pergi"),
  OFFLINE("offline", "luring"),
  WAITING("waiting", "menunggu"),
  REFUSED("refused: %s", "ditolak: %s");

  private final String english;
  private final String indonesian;

  Phrase(String english, String indonesian) {
    this.english = english;
    this.indonesian = indonesian;
  }

  /// The sentence in a language.
  ///
  /// @param arguments what stands in it, as text
  public String in(Language language, Object... arguments) {
    return pattern(language).formatted(arguments);
  }

  /// The sentence in a language, with the marks of what stands in it.
  String pattern(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case INDONESIAN -> indonesian;
    };
  }
}
