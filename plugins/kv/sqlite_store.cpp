// A store in one SQLite file: write-ahead log, every change committed before the call returns, so a
// killed process loses nothing. Two processes may share the file: each read-modify-write runs in an
// immediate transaction. One connection writes and one reads, each behind its mutex.
#include <Poco/Data/LOB.h>
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <Poco/Nullable.h>

#include <mutex>

#include "glob.h"
#include "store.h"

namespace kv {
namespace {

using namespace Poco::Data::Keywords;
using Poco::Data::BLOB;
using Poco::Data::Session;
using Poco::Data::Statement;

constexpr int kSchemaVersion = 1;
constexpr int kBusySeconds = 5;
// Poco reads text columns as C strings; a key may hold a NUL, so scans read keys as blobs.
constexpr char kInRange[] = " WHERE key>=? AND key<? AND (exp IS NULL OR exp>?) ORDER BY key";

using Expiry = Poco::Nullable<Poco::Int64>;

Expiry to_expiry(int64_t expires) { return expires ? Expiry(expires) : Expiry(); }
BLOB to_blob(std::string_view s) { return BLOB(reinterpret_cast<const unsigned char*>(s.data()), s.size()); }
std::string to_string(const BLOB& b) { return std::string(reinterpret_cast<const char*>(b.rawContent()), b.size()); }

Session connect(const std::string& path) {
  Session session(Poco::Data::SQLite::Connector::KEY, path, kBusySeconds);
  int timeout = 0, version = 0;
  std::string mode;
  session << "PRAGMA busy_timeout=" + std::to_string(kBusySeconds * 1000), into(timeout), now;
  session << "PRAGMA journal_mode=WAL", into(mode), now;
  session << "PRAGMA synchronous=NORMAL", now;
  session << "PRAGMA user_version", into(version), now;
  if (version > kSchemaVersion) throw StoreError("'" + path + "' was written by a newer version (schema " + std::to_string(version) + ")");
  return session;
}

void create_schema(Session& session) {
  session << "CREATE TABLE IF NOT EXISTS kv(key TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL, exp INTEGER) WITHOUT ROWID", now;
  session << "CREATE INDEX IF NOT EXISTS kv_exp ON kv(exp) WHERE exp IS NOT NULL", now;
  session << "PRAGMA user_version=" + std::to_string(kSchemaVersion), now;
}

// SQLite's own sentence, which Poco gives twice for some errors.
std::string describe(const Poco::Exception& e) {
  std::string text = e.message().empty() ? e.displayText() : e.message();
  size_t half = text.size() / 2;
  if (text.size() > 2 && text.compare(half - 1, 2, ": ") == 0 && text.compare(0, half - 1, text, half + 1) == 0) text.resize(half - 1);
  return text;
}

// A connection with its statements, prepared once and bound to the members below.
struct Reader {
  explicit Reader(const std::string& path) : session(connect(path)), select(session) {
    select << "SELECT value, exp FROM kv WHERE key=? AND (exp IS NULL OR exp>?)", into(value), into(expires), use(key), use(time);
  }
  std::optional<Record> get(std::string_view k) {
    key = k;
    time = now_ms();
    if (!select.execute()) return {};
    return Record{to_string(value), expires.isNull() ? 0 : expires.value()};
  }
  std::string key;
  Poco::Int64 time = 0;
  BLOB value;
  Expiry expires;
  Session session;
  Statement select;
};

struct Writer : Reader {
  explicit Writer(const std::string& path) : Reader(path), upsert(session), remove(session), begin(session), commit(session), rollback(session) {
    create_schema(session);
    upsert << "INSERT INTO kv VALUES(?,?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value, exp=excluded.exp", use(key), use(value), use(expires);
    remove << "DELETE FROM kv WHERE key=?", use(key);
    begin << "BEGIN IMMEDIATE";
    commit << "COMMIT";
    rollback << "ROLLBACK";
  }
  void put(std::string_view k, std::string_view blob, int64_t exp) {
    key = k;
    value = to_blob(blob);
    expires = to_expiry(exp);
    upsert.execute();
  }
  Statement upsert, remove, begin, commit, rollback;
};

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(std::string path) : path_(std::move(path)) {
    writing([](Writer&) {});
    reading([](Reader&) {});
  }

  void set(std::string_view key, std::string blob, int64_t expires) override {
    writing([&](Writer& w) { w.put(key, blob, expires); });
  }

  void set_many(std::vector<std::pair<std::string, Record>> entries) override {
    transaction([&](Writer& w) {
      for (const auto& [key, record] : entries) w.put(key, record.blob, record.expires);
    });
  }

  std::optional<Record> get(std::string_view key) override {
    std::optional<Record> found;
    reading([&](Reader& r) { found = r.get(key); });
    return found;
  }

  bool erase(std::string_view key) override {
    bool existed = false;
    transaction([&](Writer& w) {
      existed = w.get(key).has_value();
      w.remove.execute();
    });
    return existed;
  }

  void transform(std::string_view key, const std::function<Change(const Record*)>& decide) override {
    transaction([&](Writer& w) {
      std::optional<Record> current = w.get(key);
      Change change = decide(current ? &*current : nullptr);
      if (change.kind == Change::Put) w.put(key, change.record.blob, change.record.expires);
      if (change.kind == Change::Erase) w.remove.execute();
    });
  }

  std::vector<std::string> keys(std::string_view pattern) override {
    std::vector<std::string> found;
    if (!glob_valid(pattern)) return found;
    auto [low, high] = range(pattern);
    Poco::Int64 time = now_ms();
    std::vector<BLOB> names;
    reading([&](Reader& r) { r.session << "SELECT CAST(key AS BLOB) FROM kv" + std::string(kInRange), into(names), use(low), use(high), use(time), now; });
    for (const BLOB& name : names)
      if (std::string key = to_string(name); glob_match(pattern, key)) found.push_back(std::move(key));
    return found;
  }

  std::vector<std::pair<std::string, std::string>> items(std::string_view pattern) override {
    std::vector<std::pair<std::string, std::string>> found;
    if (!glob_valid(pattern)) return found;
    auto [low, high] = range(pattern);
    Poco::Int64 time = now_ms();
    std::vector<BLOB> names, values;
    reading([&](Reader& r) { r.session << "SELECT CAST(key AS BLOB), value FROM kv" + std::string(kInRange), into(names), into(values), use(low), use(high), use(time), now; });
    for (size_t i = 0; i < names.size(); ++i)
      if (std::string key = to_string(names[i]); glob_match(pattern, key)) found.emplace_back(std::move(key), to_string(values[i]));
    return found;
  }

  void clear() override {
    writing([](Writer& w) { w.session << "DELETE FROM kv", now; });
  }

  void sweep() override {
    Poco::Int64 time = now_ms();
    writing([&](Writer& w) { w.session << "DELETE FROM kv WHERE exp IS NOT NULL AND exp<=?", use(time), now; });
  }

  void close() override {
    std::scoped_lock guard(read_mutex_, write_mutex_);
    closed_ = true;
    reader_.reset();
    writer_.reset();
  }
  bool waits() const override { return true; }

 private:
  // Keys are UTF-8, in which no byte is 0xff.
  static std::pair<std::string, std::string> range(std::string_view pattern) {
    std::string low(glob_prefix(pattern));
    std::string high = low + '\xff';
    return {std::move(low), std::move(high)};
  }

  // A failed statement may be left half-executed, so the next use starts from a new connection.
  template <class Connection, class F>
  void with(std::mutex& mutex, std::unique_ptr<Connection>& connection, F f) {
    std::lock_guard guard(mutex);
    try {
      if (closed_) throw StoreError("database is closed");
      if (!connection) connection = std::make_unique<Connection>(path_);
      f(*connection);
    } catch (const Poco::Exception& e) {
      connection.reset();
      throw StoreError(describe(e));
    }
  }
  template <class F>
  void reading(F f) {
    with(read_mutex_, reader_, f);
  }
  template <class F>
  void writing(F f) {
    with(write_mutex_, writer_, f);
  }

  template <class F>
  void transaction(F f) {
    writing([&](Writer& w) {
      w.begin.execute();
      try {
        f(w);
      } catch (const Poco::Exception&) {
        throw;  // the connection is dropped, which rolls back
      } catch (...) {
        w.rollback.execute();
        throw;
      }
      w.commit.execute();
    });
  }

  std::string path_;
  std::mutex read_mutex_, write_mutex_;
  std::unique_ptr<Writer> writer_;
  std::unique_ptr<Reader> reader_;
  bool closed_ = false;  // set with both mutexes held
};

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const std::string& path) {
  static const bool registered = (Poco::Data::SQLite::Connector::registerConnector(), true);
  (void)registered;
  return std::make_unique<SqliteStore>(path);
}

}  // namespace kv
