// --lint: parses files without running them.
#include <iostream>
#include <iterator>

#include "core/app/program.h"
#include "core/lang/compile.h"
#include "core/poco/services.h"

namespace sl {
namespace {

struct Finding {
  std::string file;
  Diagnostic d;
};

void check(const std::string& name, const std::string& text, bool dialect, std::vector<Finding>& out) {
  CompileOptions options;
  options.path = name;
  options.scriptling_dialect = dialect;
  options.max_errors = 50;
  for (Diagnostic& d : compile_source(text, options).errors) out.push_back({name, std::move(d)});
}

std::string as_text(const Finding& f) {
  std::string line = f.file + ":" + std::to_string(f.d.line);
  if (f.d.column) line += ":" + std::to_string(f.d.column);
  line += ": " + (f.d.type == "SyntaxError" ? "" : f.d.type + ": ") + f.d.message + " (error)\n";
  if (!f.d.hint.empty()) line += "  hint: " + f.d.hint + "\n";
  return line;
}

std::string as_json(const std::vector<Finding>& findings, size_t files) {
  Json errors = Json::array();
  for (const Finding& f : findings) {
    Json o = Json::object();
    o.set("file", f.file);
    o.set("line", int64_t{f.d.line});
    o.set("column", int64_t{f.d.column});
    o.set("message", f.d.message);
    o.set("severity", "error");
    o.set("code", "parse-error");
    errors.add(std::move(o));
  }
  Json report = Json::object();
  report.set("files_checked", static_cast<int64_t>(files));
  report.set("has_errors", !findings.empty());
  report.set("errors", std::move(errors));
  return services().json_text(report);
}

}  // namespace

int lint(const std::vector<std::string>& files, bool json, bool dialect) {
  init_runtime();
  std::vector<Finding> findings;
  if (files.empty()) {
    std::string text((std::istreambuf_iterator<char>(std::cin)), {});
    check("stdin", text, dialect, findings);
  }
  for (const std::string& file : files) {
    std::string text, why;
    if (!read_file(file, &text, &why)) {
      print_error(why);
      return kExitFailure;
    }
    check(file, text, dialect, findings);
  }
  std::string report;
  if (json) {
    report = as_json(findings, std::max<size_t>(1, files.size()));
  } else {
    for (const Finding& f : findings) report += as_text(f);
    if (findings.empty()) report = "No issues found\n";
  }
  stdout_sink()->write(report);
  stdout_sink()->flush();
  return findings.empty() ? 0 : kExitFailure;
}

}  // namespace sl
