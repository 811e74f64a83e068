#include "core/plugin/library.h"

// Boost.DLL 1.74 needs these before its own headers when it is told to use std::filesystem.
#include <fstream>
#include <string>
#include <vector>
#define BOOST_DLL_USE_STD_FS
#include <boost/dll/shared_library.hpp>

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "core/plugin/record.h"

namespace sl {
namespace {

// The loader repeats the path in its message; the caller names it already.
std::string loader_text(const std::exception& e, const std::string& path) {
  std::string text = e.what();
  for (const std::string& noise : {std::string("boost::dll::shared_library::load() failed"), std::string("boost::dll::shared_library::load()")})
    if (size_t at = text.find(noise); at != std::string::npos) text.erase(at, noise.size());
  if (size_t at = text.find(" (dlerror system message: "); at != std::string::npos) {
    text = text.substr(at + 26);
    if (!text.empty() && text.back() == ')') text.pop_back();
  } else if (size_t open = text.find("(dlerror system message: "); open != std::string::npos) {
    text = text.substr(open + 25);
    size_t close = text.rfind(')');
    if (close != std::string::npos) text.resize(close);
  }
  if (text.starts_with(path + ": ")) text.erase(0, path.size() + 2);
  size_t start = text.find_first_not_of(" :");
  text = start == std::string::npos ? "unknown reason" : text.substr(start);
  if (size_t tail = text.find("]: "); text.starts_with("[") && tail != std::string::npos) text.erase(0, tail + 3);
  return text;
}

std::string version_text(unsigned major, unsigned minor) { return std::to_string(major) + "." + std::to_string(minor); }

bool printable(const char* text) {
  if (!text) return false;
  size_t n = strnlen(text, 200);
  return n && n < 200 && std::all_of(text, text + n, [](unsigned char c) { return c > ' ' && c < 127; });
}

}  // namespace

std::string accept_descriptor(sl_plugin& p, const sl_plugin_info* info, const std::string& file_name) {
  if (info->struct_size < offsetof(sl_plugin_info, name)) return file_name + " has no valid scriptling_plugin: struct_size is " + std::to_string(info->struct_size);
  p.abi = version_text(info->abi_major, info->abi_minor);
  std::string offered = version_text(SL_ABI_MAJOR, SL_ABI_MINOR);
  if (info->abi_major != SL_ABI_MAJOR) return "built for ABI " + p.abi + ", this server offers " + offered + "; rebuild it with the " + std::to_string(SL_ABI_MAJOR) + ".x SDK";
  if (info->abi_minor > SL_ABI_MINOR) return "built for ABI " + p.abi + ", this server offers only " + offered + "; update the server or rebuild with its SDK";
  if (info->struct_size < offsetof(sl_plugin_info, init)) return file_name + " has no valid scriptling_plugin: struct_size is " + std::to_string(info->struct_size);
  p.info = {};
  std::memcpy(&p.info, info, std::min<size_t>(info->struct_size, sizeof p.info));
  if (!printable(p.info.name)) return file_name + " has no valid scriptling_plugin: the name is missing";
  if (p.name != p.info.name) return file_name + " calls itself \"" + p.info.name + "\"";
  if (!printable(p.info.version)) return file_name + " states no version";
  p.version = p.info.version;
  p.summary = p.info.summary ? p.info.summary : "";
  p.license = p.info.license ? p.info.license : "";
  try {
    p.schema = parse_schema(p.info.config_schema ? p.info.config_schema : "");
  } catch (const std::exception& e) {
    return e.what();
  }
  return {};
}

std::string load_library(sl_plugin& p) {
  namespace dll = boost::dll;
  std::string file_name = std::filesystem::path(p.file).filename();
  // The error_code overload reports a missing file as "Bad file descriptor"; the throwing one carries
  // the loader's own words.
  try {
    auto library = std::make_shared<dll::shared_library>();
    library->load(std::filesystem::path(p.file), dll::load_mode::rtld_now | dll::load_mode::rtld_local);
    if (!library->has(SL_PLUGIN_SYMBOL)) return file_name + " does not export " SL_PLUGIN_SYMBOL;
    const auto& info = library->get<const sl_plugin_info>(SL_PLUGIN_SYMBOL);
    p.library = library;
    return accept_descriptor(p, &info, file_name);
  } catch (const std::exception& e) {
    return "cannot open " + p.file + ": " + loader_text(e, p.file);
  }
}

}  // namespace sl
