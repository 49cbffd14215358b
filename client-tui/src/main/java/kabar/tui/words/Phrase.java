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
  DETOUR("over %s: %s gets no answer", "lewat %s: %s tidak dijawab"),
  ONLINE_AGAIN("online again", "tersambung lagi"),
  RETRY("%s, retry in %s s", "%s, coba lagi dalam %s dtk"),
  ONE_SAVED("%s, 1 message saved", "%s, 1 pesan tersimpan"),
  MANY_SAVED("%s, %s messages saved", "%s, %s pesan tersimpan"),
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
  REPLY_TOO_LONG("the answer is too long for this transport", "jawaban terlalu panjang untuk ini"),
  TOO_FAST("too fast, try again in %s s", "terlalu cepat, coba lagi dalam %s dtk"),
  UNAVAILABLE("the server cannot do it now", "server tidak dapat melakukannya sekarang"),
  CONFLICT("a message's key was used for another message", "kunci pesan sudah dipakai pesan lain"),
  UNKNOWN_REASON("the server refuses", "server menolak"),

  // On the screen: dates and times.
  WEEKDAYS("Mon Tue Wed Thu Fri Sat Sun", "Sen Sel Rab Kam Jum Sab Min"),
  MONTHS(
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
      "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"),
  DAYS("%s d", "%s h"),
  HOURS("%s h", "%s j"),
  MINUTES("%s m", "%s m"),

  // On the screen: what the input line asks.
  PROMPT_FILTER("filter:", "saring:"),
  PROMPT_GO_TO("go to:", "buka:"),
  PROMPT_SEARCH("search:", "cari:"),
  PROMPT_YES_NO("y/n:", "y/n:"),

  // On the screen: a conversation.
  NEW_SINCE("%s new since %s", "%s baru sejak %s"),
  LOADING_OLDER("loading older messages", "memuat pesan lama"),
  OLDER_ON_SERVER(
      "older messages are on the server: Page Up loads them",
      "pesan lama ada di server: Page Up memuatnya"),
  BEGINNING("beginning of the conversation", "awal percakapan"),

  // On the screen: panels and lines.
  PANEL_INBOX("INBOX", "KOTAK MASUK"),
  PANEL_ONLINE("ONLINE", "DARING"),
  TAB_INBOX("Inbox", "Masuk"),
  TAB_CHAT("Chat", "Obrolan"),
  TAB_ONLINE("Online", "Daring"),
  SECTION_DIRECT("DIRECT", "LANGSUNG"),
  SECTION_OTHER("OTHER", "LAINNYA"),
  DRAFTS("drafts", "konsep"),
  ON_THEIR_WAY("on their way", "menunggu"),
  FAILED_TO_SEND("refused", "ditolak"),
  MORE("%s more", "%s lagi"),
  YOU("(you)", "(Anda)"),
  AGO("%s ago", "%s lalu"),
  AS_OF("as of %s", "per %s"),
  TYPING("%s is typing", "%s sedang menulis"),
  TYPING_SEVERAL("%s are typing", "%s sedang menulis"),
  TYPING_MANY("%s people are typing", "%s orang sedang menulis"),
  NEW_BELOW("%s new", "%s baru"),
  DISMISS("dismiss", "tutup"),
  OUTBOX("outbox %s", "kotak keluar %s"),
  OUTBOX_SAVED("outbox %s saved", "kotak keluar %s tersimpan"),
  ELSEWHERE("%s elsewhere", "%s di lain tempat"),
  HINT_GO_TO("go to", "buka"),
  HINT_NEW_LINE("new line", "baris baru"),
  HINT_ACCEPT("choose", "pilih"),
  HINT_CHOOSE("move", "pindah"),
  TOO_SMALL("Kabar needs 20 columns and 5 rows.", "Kabar perlu 20 kolom dan 5 baris."),
  BARE_HINT(
      "%s back to the panels. Select with the mouse to copy.",
      "%s kembali ke panel. Pilih dengan tetikus untuk menyalin."),

  // On the screen: what to do where there is nothing.
  BEGIN_ONE(
      "Begin one: press %s, type a name, press Enter.",
      "Mulai satu: tekan %s, ketik nama, tekan Enter."),
  THERE_ARE("There now: %s.", "Yang ada sekarang: %s."),
  NOBODY_ELSE(
      "Nobody else is here now. Messages wait for them.",
      "Belum ada orang lain di sini. Pesan menunggu mereka."),
  NOTHING_OPEN("No conversation is open.", "Tidak ada percakapan yang terbuka."),
  CHOOSE_ONE(
      "Press %s and type a name, or %s to choose in the inbox.",
      "Tekan %s lalu ketik nama, atau %s untuk memilih di kotak masuk."),
  WRITE_FIRST(
      "No messages with %s yet. Type the first one, and press Enter.",
      "Belum ada pesan dengan %s. Ketik yang pertama, lalu tekan Enter."),
  ASKING_WHO("Asking who is there.", "Menanyakan siapa yang ada."),
  ASKING_CONVERSATIONS("Reading the conversations.", "Membaca percakapan."),
  NOT_KNOWN_OFFLINE("Not known while offline.", "Tidak diketahui selama luring."),

  FOUND_AT("%s of %s", "%s dari %s"),

  // On the screen: how the connection stands, in as few words as possible.
  STATE_ONLINE("ONLINE", "DARING"),
  STATE_CONNECTING("CONNECTING", "MENYAMBUNG"),
  STATE_OFFLINE("OFFLINE", "LURING"),
  STATE_IDLE("NOT CONNECTED", "TIDAK TERSAMBUNG"),
  STATE_NOT_LOGGED_IN("NOT LOGGED IN", "BELUM MASUK"),
  STATE_SESSION_ENDED("SESSION ENDED", "SESI BERAKHIR"),
  STATE_NOT_ADMITTED("NOT ADMITTED", "DITOLAK"),
  STATE_OTHER_PROTOCOL("NOT A KABAR SERVER", "BUKAN SERVER KABAR"),
  STATE_UNSUPPORTED("SERVER TOO OLD", "SERVER TERLALU LAMA"),
  STATE_UNUSABLE_URL("UNUSABLE ADDRESS", "ALAMAT TAK TERPAKAI"),
  STATE_UNUSABLE_PROFILE("UNUSABLE PROFILE", "PROFIL TAK TERPAKAI"),
  RETRY_IN("retry in %ss", "ulang %s dtk"),
  TRY_NUMBER("(try %s)", "(ke-%s)"),
  KEY_NOW("%s now", "%s sekarang"),
  REMEDY_LOG_IN("/reconnect logs in", "/reconnect untuk masuk"),
  REMEDY_ADDRESS("check the address: kabar login URL", "periksa alamat: kabar login URL"),
  REMEDY_UPDATE("its kabard needs an update", "kabard di sana perlu diperbarui"),
  REMEDY_PROFILE("see /errors; is another kabar using it?", "lihat /errors; dipakai kabar lain?"),

  // On the screen: what lies over the panels.
  HELP_TITLE("Help: type to filter", "Bantuan: ketik untuk menyaring"),
  KEYS_FILE("keys are read from keys.toml", "tombol dibaca dari keys.toml"),
  COMMANDS("Commands", "Perintah"),
  DO_CONVERSATION_N("conversation of that number", "percakapan bernomor itu"),
  NOTHING_FITS("Nothing fits '%s'.", "Tidak ada yang cocok dengan '%s'."),
  GO_TO_HINT("> commands  @ people  / search", "> perintah  @ orang  / cari"),
  NOBODY_TO_GO_TO(
      "Nobody is known yet. %s leads back.", "Belum ada yang dikenal. %s untuk kembali."),
  REMARKS_TITLE("The last remarks", "Catatan terakhir"),
  NO_REMARKS("Nothing was remarked yet.", "Belum ada catatan."),
  CONNECTION_TITLE("Connection", "Sambungan"),
  SERVER("server", "server"),
  TRANSPORT("transport", "transpor"),
  LATENCY("latency", "latensi"),
  OUTBOX_NAME("outbox", "kotak keluar"),
  CAUSE("cause", "sebab"),

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

  // The first questions.
  LOOKING(
      "No server is known yet. Looking on this machine ...",
      "Belum ada server yang dikenal. Mencari di komputer ini ..."),
  NOBODY_HERE("No server of Kabar answers at %s.", "Tidak ada server Kabar yang menjawab di %s."),
  OTHER_ADDRESS("another address", "alamat lain"),
  ALONE(
      "try it alone: a demo server with three demo users, gone afterwards",
      "coba sendiri: server demo dengan tiga pengguna demo, sesudahnya hilang"),
  CHOOSE("Choose a number from 1 to %s.", "Pilih angka dari 1 sampai %s."),
  ASK_ADDRESS("Address, such as chat.example:8889: ", "Alamat, misalnya chat.example:8889: "),
  ENTER_WITH_CODE(
      "make an account with an invite, or with the owner code that kabard printed",
      "buat akun dengan undangan, atau dengan kode pemilik yang dicetak kabard"),
  ENTER_WITH_ACCOUNT("log in: I have an account there", "masuk: saya sudah punya akun di sana"),
  ENTER_WITHOUT_CODE(
      "make an account without a code, where the server is open to everybody",
      "buat akun tanpa kode, bila server terbuka untuk semua"),
  ASK_CODE("Code: ", "Kode: "),
  NEXT_PERSON(
      "The next person needs an invite of whoever runs the server (kabard invite), and types:",
      "Orang berikutnya perlu undangan dari pengelola server (kabard invite), lalu mengetik:"),
  JOIN_LINE("  kabar join %s CODE", "  kabar join %s KODE"),
  ENTER_OPENS(
      "Enter opens the chat. F1 is help at any time, in plain mode /help. ",
      "Enter membuka obrolan. F1 adalah bantuan kapan saja, di mode polos /help. "),
  STARTING_DEMO("Starting a demo server ...", "Menjalankan server demo ..."),
  NO_DEMO("the demo server did not start: %s", "server demo tidak mau jalan: %s"),
  DEMO_OTHERS(
      "To answer yourself, in another terminal: kabar --profile demo --server %s, as henderson or"
          + " lineker, password %s",
      "Untuk menjawab sendiri, di terminal lain: kabar --profile demo --server %s, sebagai henderson"
          + " atau lineker, kata sandi %s"),
  SESSION_OVER(
      "The session of %s at %s has ended. Log in again.",
      "Sesi %s di %s sudah berakhir. Silakan masuk lagi."),

  // On the full screen.
  PASTE_CUT(
      "the paste was too long; %s bytes are missing", "tempelan terlalu panjang; %s byte hilang"),
  NO_EDITOR("the editor cannot be used: %s", "editor tidak dapat dipakai: %s"),
  TOO_LATE(
      "that message is not there any more, or on its way",
      "pesan itu sudah tidak ada, atau sedang dikirim"),
  SCREEN_BUG(
      "the chat has ended because of a bug of its own; %s tells more",
      "obrolan berhenti karena kesalahannya sendiri; %s menjelaskan"),
  TERMINAL_LOST("the terminal is gone", "terminal sudah tidak ada"),

  // In plain mode.
  PLAIN_GREETING(
      "Plain mode, logged in as %s. /help lists the commands.",
      "Mode polos, masuk sebagai %s. /help menampilkan perintah."),
  PLAIN_UNREAD("Unread messages: %s. /inbox lists them.", "Pesan belum dibaca: %s. Lihat /inbox."),
  COUNT_UNREAD("%s unread", "%s belum dibaca"),
  TOLD("Done.", "Selesai."),
  TO_WHOM(
      "no conversation is open (expected one: /msg NAME)",
      "belum ada percakapan yang dibuka (buka dulu: /msg NAMA)"),
  NOT_ONLINE("not possible while the server is away", "tidak bisa selama server tidak terhubung"),
  NOT_SAVED("the message cannot be saved: %s", "pesan tidak dapat disimpan: %s"),
  NO_SUCH_NUMBER(
      "there is no message %s that this can be done with (expected a number of /outbox)",
      "tidak ada pesan %s yang bisa diperlakukan begitu (perlu nomor dari /outbox)"),
  WRONG_COMMAND(
      "%s: something is missing or no number (see /help)",
      "%s: ada yang kurang atau bukan angka (lihat /help)"),
  HELP_TEXT("any text: send it to whom the prompt names", "teks apa pun: kirim ke nama di prompt"),
  HELP_MSG(
      "/msg NAME [TEXT]: talk with somebody from now on",
      "/msg NAMA [TEKS]: mulai berbicara dengan seseorang"),
  HELP_READ(
      "/read [N]: the newest messages of this conversation",
      "/read [N]: pesan terbaru percakapan ini"),
  HELP_INBOX("/inbox: your conversations", "/inbox: percakapan Anda"),
  HELP_WHO(
      "/who [PREFIX]: who is online, or all whose name begins so",
      "/who [AWALAN]: siapa yang daring, atau semua yang namanya berawalan itu"),
  HELP_OUTBOX(
      "/outbox, /retry N, /drop N: messages that are not sent yet",
      "/outbox, /retry N, /drop N: pesan yang belum terkirim"),
  HELP_AWAY("/away [TEXT], /back: tell the others", "/away [TEKS], /back: beri tahu yang lain"),
  HELP_RECONNECT("/reconnect: try again at once", "/reconnect: coba sambung lagi sekarang"),
  HELP_QUIT("/quit: leave", "/quit: keluar"),

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
  REFUSED("refused: %s", "ditolak: %s"),

  // What keys do.
  DO_SEND("send", "kirim"),
  DO_NEW_LINE("new line (or \\ at the end of a line)", "baris baru (atau \\ di akhir baris)"),
  DO_COMPLETE("complete", "lengkapi"),
  DO_COMPLETE_BACK("complete, backwards", "lengkapi, mundur"),
  DO_CHAR_LEFT("left", "kiri"),
  DO_CHAR_RIGHT("right", "kanan"),
  DO_WORD_LEFT("a word left", "satu kata ke kiri"),
  DO_WORD_RIGHT("a word right", "satu kata ke kanan"),
  DO_LINE_START("start of the line", "awal baris"),
  DO_LINE_END("end of the line", "akhir baris"),
  DO_DELETE_LEFT("delete to the left", "hapus ke kiri"),
  DO_DELETE_RIGHT("delete to the right", "hapus ke kanan"),
  DO_KILL_WORD_LEFT("cut the word to the left", "potong kata di kiri"),
  DO_KILL_WORD_RIGHT("cut the word to the right", "potong kata di kanan"),
  DO_KILL_TO_START("cut to the start of the line", "potong sampai awal baris"),
  DO_KILL_TO_END("cut to the end of the line", "potong sampai akhir baris"),
  DO_YANK("put in what was cut", "sisipkan yang dipotong"),
  DO_HISTORY_BACK(
      "line above, then what was sent before", "baris di atas, lalu yang pernah dikirim"),
  DO_HISTORY_FORWARD(
      "line below, then what was sent after", "baris di bawah, lalu yang dikirim sesudahnya"),
  DO_EDITOR("write in $EDITOR", "tulis di $EDITOR"),
  DO_ROW_UP("scroll a row up", "gulir naik satu baris"),
  DO_ROW_DOWN("scroll a row down", "gulir turun satu baris"),
  DO_PAGE_UP("scroll up", "gulir naik"),
  DO_PAGE_DOWN("scroll down", "gulir turun"),
  DO_OLDEST("oldest", "terlama"),
  DO_NEWEST("newest", "terbaru"),
  DO_SEARCH("search here", "cari di sini"),
  DO_SELECT("select a message", "pilih pesan"),
  DO_BARE("text only, to be copied", "hanya teks, untuk disalin"),
  DO_GO_TO("go to anything", "pergi ke mana saja"),
  DO_NEXT_UNREAD("next unread", "belum dibaca berikutnya"),
  DO_PREVIOUS_CONVERSATION("previous conversation", "percakapan sebelumnya"),
  DO_NEXT_CONVERSATION("next conversation", "percakapan berikutnya"),
  DO_LAST_CONVERSATION("conversation before this one", "percakapan sebelum ini"),
  DO_CONVERSATION_1("conversation 1", "percakapan 1"),
  DO_CONVERSATION_2("conversation 2", "percakapan 2"),
  DO_CONVERSATION_3("conversation 3", "percakapan 3"),
  DO_CONVERSATION_4("conversation 4", "percakapan 4"),
  DO_CONVERSATION_5("conversation 5", "percakapan 5"),
  DO_CONVERSATION_6("conversation 6", "percakapan 6"),
  DO_CONVERSATION_7("conversation 7", "percakapan 7"),
  DO_CONVERSATION_8("conversation 8", "percakapan 8"),
  DO_CONVERSATION_9("conversation 9", "percakapan 9"),
  DO_NEXT_PANEL("next panel", "panel berikutnya"),
  DO_PREVIOUS_PANEL("previous panel", "panel sebelumnya"),
  DO_UP("up", "naik"),
  DO_DOWN("down", "turun"),
  DO_ACCEPT("take what is chosen", "ambil yang dipilih"),
  DO_BACK("back", "kembali"),
  DO_COPY("copy the text", "salin teksnya"),
  DO_COPY_ALL("copy from here to the end", "salin dari sini sampai akhir"),
  DO_QUOTE("quote", "kutip"),
  DO_RESEND("send again", "kirim lagi"),
  DO_DROP("drop from the outbox", "buang dari kotak keluar"),
  DO_TOGGLE_INBOX("inbox on or off", "kotak masuk tampil atau tidak"),
  DO_TOGGLE_ONLINE("online users on or off", "pengguna daring tampil atau tidak"),
  DO_PLAIN("plain mode", "mode polos"),
  DO_CONNECTION("connection", "sambungan"),
  DO_THEME("next theme", "tema berikutnya"),
  DO_HELP("help", "bantuan"),
  DO_REDRAW("paint anew", "lukis ulang"),
  DO_RECONNECT("connect now", "sambungkan sekarang"),
  DO_SUSPEND("suspend", "tangguhkan"),
  DO_YES("yes", "ya"),
  DO_NO("no", "tidak"),
  DO_INTERRUPT("clear, twice quit", "kosongkan, dua kali keluar"),
  DO_END_OF_INPUT("quit (on an empty line)", "keluar (di baris kosong)"),
  GROUP_WRITE("Write", "Menulis"),
  GROUP_READ("Read", "Membaca"),
  GROUP_MOVE("Move", "Berpindah"),
  GROUP_MESSAGE("Selected message", "Pesan terpilih"),
  GROUP_REST("More", "Lainnya"),

  // What commands at the input line do.
  CMD_HELP("all keys", "semua tombol"),
  CMD_MSG("write to somebody", "menulis kepada seseorang"),
  CMD_WHO("who is there", "siapa yang ada"),
  CMD_INBOX("the conversations", "percakapan"),
  CMD_READ(
      "the last N messages, from the server if need be",
      "N pesan terakhir, bila perlu dari server"),
  CMD_SEARCH("search in this conversation", "cari di percakapan ini"),
  CMD_AWAY("tell that you are not at hand", "beri tahu bahwa Anda sedang pergi"),
  CMD_BACK("tell that you are at hand again", "beri tahu bahwa Anda sudah kembali"),
  CMD_RETRY("send again what was refused", "kirim lagi yang ditolak"),
  CMD_DROP("drop what was refused", "buang yang ditolak"),
  CMD_ERRORS("the last remarks", "catatan terakhir"),
  CMD_CONNECTION("how the connection stands", "keadaan sambungan"),
  CMD_THEME("other colours", "warna lain"),
  CMD_RECONNECT("connect now, or log in anew", "sambungkan sekarang, atau masuk lagi"),
  CMD_PLAIN("plain mode", "mode polos"),
  CMD_EDIT("write in $EDITOR", "tulis di $EDITOR"),
  CMD_CLEAR_DRAFT("forget what was begun to be written", "lupakan yang mulai ditulis"),
  CMD_QUIT("end the program", "akhiri program"),

  // What the full-screen client remarks.
  NO_CONVERSATION(
      "No conversation is open. Choose one with /inbox, or write to somebody with /msg USER.",
      "Tidak ada percakapan yang terbuka. Pilih dengan /inbox, atau tulis kepada seseorang dengan /msg USER."),
  NO_SUCH_COMMAND(
      "There is no command %s. /help shows what there is; // sends a text that begins with /.",
      "Tidak ada perintah %s. /help menunjukkan yang ada; // mengirim teks yang diawali /."),
  NO_SUCH_COMMAND_BUT(
      "There is no command %s. Did you mean %s?", "Tidak ada perintah %s. Maksud Anda %s?"),
  WRONG_ARGUMENT("%s cannot use '%s' (expected %s).", "%s tidak dapat memakai '%s' (perlu %s)."),
  A_USER_NAME("a user name", "nama pengguna"),
  A_NUMBER("a number from 1 to 10000", "angka dari 1 sampai 10000"),
  NOTHING_TO_EXPECT("nothing behind it", "tanpa apa pun di belakangnya"),
  INPUT_FULL(
      "A message has at most %s bytes of text; this would be %s.",
      "Satu pesan paling banyak %s byte teks; ini akan menjadi %s."),
  LARGE_PASTE("Put in %s lines (%s characters)?", "Sisipkan %s baris (%s karakter)?"),
  QUIT_WITH_OUTBOX(
      "%s messages wait in the outbox; they stay there for the next start. Quit?",
      "%s pesan menunggu di kotak keluar; semuanya tetap di sana untuk berikutnya. Keluar?"),
  INTERRUPT_AGAIN("Once more quits.", "Sekali lagi untuk keluar."),
  NO_OTHER_CONVERSATION("There is no other conversation.", "Tidak ada percakapan lain."),
  CONVERSATIONS_NOT_READ(
      "The conversations have not been read yet.", "Percakapan belum selesai dibaca."),
  NO_SUCH_CONVERSATION("There is no conversation %s.", "Tidak ada percakapan %s."),
  NOT_FOUND("'%s' is not in this conversation.", "'%s' tidak ada di percakapan ini."),
  NOT_FOUND_FURTHER("No further '%s' in this direction.", "Tidak ada '%s' lagi ke arah ini."),
  SEARCHING_OLDER(
      "Not found in what is here; reading older messages.",
      "Tidak ditemukan di sini; membaca pesan yang lebih lama."),
  OLDER_FAILED("Older messages could not be read: %s.", "Pesan yang lebih lama tidak terbaca: %s."),
  NOTHING_TO_SELECT("There is no message to select.", "Tidak ada pesan untuk dipilih."),
  COPIED("Copied.", "Disalin."),
  ONLY_FAILED(
      "Only a message that was refused can be sent again.",
      "Hanya pesan yang ditolak dapat dikirim lagi."),
  ONLY_OUTBOX(
      "Only a message that waits in the outbox can be dropped.",
      "Hanya pesan di kotak keluar dapat dibuang."),
  DROPPED_HERE(
      "Dropped. Its text can be put in with ^Y.", "Dibuang. Teksnya dapat disisipkan dengan ^Y."),
  NOTHING_REFUSED("Nothing was refused.", "Tidak ada yang ditolak."),
  TRIED_AGAIN("Tried again: %s.", "Dicoba lagi: %s."),
  DROPPED_MANY("Dropped: %s.", "Dibuang: %s."),
  MESSAGE_REFUSED(
      "A message to %s was refused: %s. It is kept in the outbox: /retry sends it again, /drop drops it.",
      "Pesan kepada %s ditolak: %s. Pesan tetap di kotak keluar: /retry mengirimnya lagi, /drop membuangnya."),
  THEME_IS("Theme: %s.", "Tema: %s."),
  DRAFT_CLEARED("The draft is forgotten.", "Konsep sudah dilupakan."),
  NOT_CONNECTED(
      "There is no connection now; this needs one.",
      "Sekarang tidak ada sambungan; ini memerlukannya."),
  LOG_IN_ANEW("%s /reconnect logs in anew.", "%s /reconnect masuk lagi."),
  SESSION_IS_OVER("The session has ended.", "Sesi sudah berakhir."),
  NOBODY_LOGGED_IN("Nobody is logged in here.", "Belum ada yang masuk di sini."),
  STOPPED_TRYING(
      "No connection: %s. /reconnect tries again.",
      "Tidak ada sambungan: %s. /reconnect mencoba lagi."),
  MESSAGE_FROM("Message from %s", "Pesan dari %s");

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
