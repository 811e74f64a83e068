// A plugin with a function, a class whose objects any environment may share, and two settings.
//
//   import wordcount
//   wordcount.count("the quick the")          -> {"the": 2, "quick": 1}
//   t = wordcount.Tally()                     counts over many texts, usable from every task
//   t.add("to be or not to be"); t.top(1)     -> [("to", 2)]
#include <scriptling/plugin.hpp>

#include <algorithm>
#include <cctype>
#include <map>
#include <mutex>

using namespace scriptling;

namespace {

struct Settings {
  int64_t min_length = 1;
  std::vector<std::string> ignore;
} settings;

// Calls fn for each word of letters, in lower case.
template <class Fn>
void each_word(std::string_view text, Fn fn) {
  std::string word;
  auto finish = [&] {
    bool ignored = std::find(settings.ignore.begin(), settings.ignore.end(), word) != settings.ignore.end();
    if (static_cast<int64_t>(word.size()) >= settings.min_length && !word.empty() && !ignored) fn(word);
    word.clear();
  };
  for (char c : text) {
    if (std::isalpha(static_cast<unsigned char>(c)))
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else
      finish();
  }
  finish();
}

Value count(Call& c) {
  std::map<std::string, int64_t> counts;
  each_word(c.str(0), [&](const std::string& word) { ++counts[word]; });
  Value result = c.make_dict();
  for (auto& [word, n] : counts) result.set(word, c.make(n));
  return result;
}

// Native data behind script objects. Any thread may call the methods: it locks for itself.
class Tally : public Counted {
 public:
  void add(Call& c) {
    std::string text(c.str(0));
    std::lock_guard lock(mutex_);
    each_word(text, [&](const std::string& word) { ++counts_[word]; });
  }

  Value top(Call& c) {
    int64_t n = c.integer(0);
    if (n < 0) throw Error("ValueError", "top() wants a count, got " + std::to_string(n));
    std::vector<std::pair<std::string, int64_t>> all;
    {
      std::lock_guard lock(mutex_);  // never held while calling the host
      all.assign(counts_.begin(), counts_.end());
    }
    std::stable_sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.second > b.second; });
    Value list = c.make_list();
    for (size_t i = 0; i < all.size() && i < static_cast<size_t>(n); ++i) list.append(c.make_tuple({c.make(all[i].first), c.make(all[i].second)}));
    return list;
  }

  int64_t words(Call&) {
    std::lock_guard lock(mutex_);
    return static_cast<int64_t>(counts_.size());
  }

 private:
  std::mutex mutex_;
  std::map<std::string, int64_t> counts_;
};

Value make_tally(Call& c) { return c.make_object("Tally", Handle<Tally>::make().detach()); }

void init() {
  settings.min_length = config::integer("min_length");
  settings.ignore = config::list("ignore");
  ModuleDef("wordcount", "Counts words.")
      .function<count>("count(text: str) -> dict", "How often each word occurs.", SL_FN_PURE)
      .add(class_<Tally>("Tally", "Counts words over many texts; shared by all who hold it.")
               .construct<make_tally>("Tally()")
               .method<&Tally::add>("add(text: str) -> None", "Counts the words of a text.")
               .method<&Tally::top>("top(n: int = 10) -> list", "The most frequent words with their counts.")
               .property<&Tally::words>("words", "Number of different words.")
               .share())
      .install();
}

constexpr PluginDef definition{
    .name = "wordcount",
    .version = "1.0.0",
    .summary = "word counting, the example of the SDK",
    .config = "min_length: int = 1 # shorter words are left out; ignore: list = # words left out",
    .init = init,
};

}  // namespace

SCRIPTLING_PLUGIN_EXPORT(definition)
