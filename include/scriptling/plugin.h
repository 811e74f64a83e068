/* The scriptling plugin ABI.
 *
 * A plugin is a shared object that exports one symbol, `scriptling_plugin`, a table of plain data
 * (sl_plugin_info). The server reads it, checks the ABI version, and calls init() with a table of
 * host functions (sl_host). Through that table the plugin registers script modules, reads its
 * configuration, works with script values and runs script code. Nothing else crosses the boundary:
 * no C++ types, no exceptions, no allocator. Compiles as C11 and as C++20; C++ plugins are easier
 * with the wrapper in plugin.hpp.
 *
 * Contents
 *   1  versions and basic types          6  sl_host, the functions a plugin may call
 *   2  values                            7  sl_plugin_info, what a plugin exports
 *   3  native functions                  8  inline helpers
 *   4  native classes and modules
 *   5  environments
 *
 * Rules that hold everywhere
 *
 *   Errors     A function returning sl_status gives SL_OK, or SL_RAISED with a script exception
 *              pending in the environment. A native that sees SL_RAISED returns SL_RAISED (after
 *              cleaning up), or handles it with error_fetch / error_clear. No C++ exception may
 *              leave a plugin function.
 *   Lock       An environment is used by one thread at a time, the holder of its lock. Natives are
 *              called with the lock held. A native that may wait (socket, disk, queue, sleep) calls
 *              unlock first and relock afterwards, and touches no script value in between.
 *              A plugin's own thread takes the lock with env_enter.
 *   Lifetime   Values passed to a native or returned by the table live at least until that native
 *              returns (for plugin threads: until env_leave). Use ref_new to keep one longer, and
 *              scope_push / scope_pop in loops that touch many.
 *   Text       sl_str is UTF-8, not terminated, borrowed. A view from the table is valid while the
 *              value it came from is alive; views that belong to no value say so.
 *   Versions   Members are only ever appended. Every top-level struct starts with its size, so an
 *              old plugin works with a new host. SL_HAS tests for a function added in a later minor.
 *   Deadlock   Do not call the table while holding a mutex of your own that your natives also take:
 *              the table may run script code and may wait for the environment's lock.
 *   Trust      A plugin runs inside the server process with all its rights.
 */
#ifndef SCRIPTLING_PLUGIN_H
#define SCRIPTLING_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- 1  versions and basic types ----------------------------------------------------------- */

/* A host refuses a plugin of another major, and one whose minor is newer than its own. */
#define SL_ABI_MAJOR 1
#define SL_ABI_MINOR 0
#define SL_EXPORT __attribute__((visibility("default")))

typedef struct sl_env sl_env;         /* one isolated environment                                */
typedef struct sl_plugin sl_plugin;   /* the host's record of the calling plugin                 */
typedef struct sl_ref sl_ref;         /* keeps a value alive beyond the current call             */
typedef struct sl_parcel sl_parcel;   /* immutable deep copy of a value, no environment needed   */
typedef struct sl_carrier sl_carrier; /* a script function on its way to another environment     */

/* Borrowed UTF-8 (or bytes where noted), not terminated. data may be null when size is 0. */
typedef struct sl_str {
  const char* data;
  size_t size;
} sl_str;

typedef int32_t sl_status;
enum { SL_OK = 0, SL_RAISED = -1 };

/* ---- 2  values ------------------------------------------------------------------------------ */

/* Tags are one-hot. Scalars are read in place; objects are opaque and reached through the table. */
enum {
  SL_UNSET = 0,  /* an optional parameter that was not given                                     */
  SL_NONE = 1,   /* None                                                                         */
  SL_BOOL = 2,   /* as.i is 0 or 1                                                               */
  SL_INT = 4,    /* as.i; integers beyond 64 bits are objects of kind SL_KIND_INT                */
  SL_FLOAT = 8,  /* as.f                                                                         */
  SL_OBJECT = 16 /* anything else                                                                */
};

typedef struct sl_value {
  uint64_t tag;
  union {
    int64_t i;
    double f;
    void* object;
  } as;
} sl_value;

/* What sl_host.kind tells about a value. Instances of a script class derived from a built-in type
 * report the built-in's kind. */
enum {
  SL_KIND_UNSET = 0,
  SL_KIND_NONE,
  SL_KIND_BOOL,
  SL_KIND_INT,
  SL_KIND_FLOAT,
  SL_KIND_STR,
  SL_KIND_BYTES, /* bytes or bytearray                                                       */
  SL_KIND_LIST,
  SL_KIND_TUPLE,
  SL_KIND_DICT,
  SL_KIND_SET,      /* set or frozenset                                                         */
  SL_KIND_FUNCTION, /* def, lambda, or a method bound to an object                              */
  SL_KIND_NATIVE,   /* function or method of a native module                                    */
  SL_KIND_CLASS,
  SL_KIND_MODULE,
  SL_KIND_INSTANCE,  /* of a script class                                                        */
  SL_KIND_EXCEPTION, /* instance of an exception class                                           */
  SL_KIND_HANDLE,    /* instance of a native class                                               */
  SL_KIND_ITERATOR,  /* iterator or generator                                                    */
  SL_KIND_OTHER
};

/* A name and a value, both text: log fields. */
typedef struct sl_field {
  sl_str key, value;
} sl_field;

/* ---- 3  native functions -------------------------------------------------------------------- */

/* One call of a native. The host has bound the arguments against the signature: argv holds the
 * declared parameters in order, defaults filled in, annotated types checked. A parameter declared
 * `name=...` that was not given is SL_UNSET. `*args` arrives as one tuple behind the parameters,
 * `**kwargs` as one dict behind that. *result is None when the native is entered. */
typedef struct sl_call {
  uint32_t struct_size;
  uint32_t argc; /* values in argv, self not counted                                     */
  sl_env* env;
  void* self;  /* methods: native data of the object                                   */
  void* state; /* what init() stored                                                   */
  const sl_value* argv;
  sl_value* result;
  sl_value self_value; /* methods: the object itself                                           */
} sl_call;

typedef sl_status (*sl_native)(sl_call* call);

enum {
  SL_FN_PURE = 1,              /* depends on its arguments only, no side effect                  */
  SL_FN_BLOCKS = 2,            /* may wait; it releases the lock while it does                   */
  SL_FN_UNSAFE_IN_SANDBOX = 4, /* hidden from sandboxed environments                             */
  SL_FN_PROPERTY = 8,          /* method read as an attribute; the signature is just its name    */
  SL_FN_SETTER = 16,           /* "name(value)": assignment to the property of that name         */
  SL_FN_STATIC = 32            /* method without self                                            */
};

/* A native function or method. The signature is what help() shows and what is enforced:
 *     "set(key: str, value, ttl: float = 0) -> None"
 * Parameters may use `/`, `*`, `*args`, `**kwargs`. Defaults: None True False, numbers, quoted text,
 * (), and `...` for "absent". Enforced annotations: int (64 bits) float str bytes bool list tuple
 * dict callable, each optionally `| None`; other annotations are documentation.
 * Methods do not list self. Special methods work by name: __iter__ __next__ __len__ __getitem__
 * __setitem__ __contains__ __call__ __enter__ __exit__ __eq__ __hash__ __repr__ __str__ __bool__. */
typedef struct sl_function {
  const char* signature;
  const char* doc; /* one paragraph; may be null                                           */
  sl_native fn;
  uint64_t flags;
} sl_function;

/* ---- 4  native classes and modules ---------------------------------------------------------- */

enum {
  SL_CLASS_SHARE = 1,     /* objects may travel to other environments, by identity              */
  SL_CLASS_ATTRIBUTES = 2 /* scripts may set attributes of their own on objects                 */
};

/* A class whose objects wrap native data. Each script object owns one count of its data: the host
 * calls retain for every further wrapper (another environment, a parcel) and release when a wrapper
 * dies. Both may run on any thread, without an environment, and must not call the table. */
typedef struct sl_class {
  const char* name;
  const char* doc;
  const sl_function* methods;
  size_t method_count;
  const sl_function* construct; /* "Atomic(name: str, initial: int = 0)", returns the new object
                                   in *result; null: scripts cannot create objects               */
  void (*retain)(void* data);   /* needed with SL_CLASS_SHARE                                   */
  void (*release)(void* data);  /* may be null                                                  */
  uint32_t flags;
  uint32_t fields; /* script values each object can hold, see object_field         */
} sl_class;

/* A module, or an addition to one: several plugins may add to `scriptling.runtime` if the names
 * differ. Parents appear by themselves. The strings and arrays must live as long as the process. */
typedef struct sl_module {
  uint32_t struct_size;   /* sizeof(sl_module)                                            */
  uint32_t function_size; /* sizeof(sl_function)                                          */
  uint32_t class_size;    /* sizeof(sl_class)                                             */
  uint32_t reserved;
  const char* name; /* dotted: "scriptling.runtime.kv"                              */
  const char* doc;
  const sl_function* functions;
  size_t function_count;
  const sl_class* classes;
  size_t class_count;
  const sl_function* constants; /* signature is the name; fn makes the value, once per
                                   environment, when the module is first imported there         */
  size_t constant_count;
} sl_module;

/* ---- 5  environments ------------------------------------------------------------------------ */

enum {
  SL_ENV_SANDBOXED = 1,       /* hide eval, exec, open, unsafe natives                          */
  SL_ENV_NO_MODULE_FILES = 2, /* import finds linked and native modules only                    */
  SL_ENV_PATHS_LISTED = 4,    /* allowed_paths below replaces the server's setting              */
  SL_ENV_MODULES_LISTED = 8,  /* only modules below the prefixes in allowed_modules             */
  SL_ENV_NO_LIMITS = 16       /* zero limits below mean none, instead of the [engine] defaults  */
};

/* How to open an environment. Zero-filled is a good start: the defaults of the configuration. */
typedef struct sl_env_options {
  uint32_t struct_size;
  uint32_t flags;
  sl_env* parent;  /* take library path, permissions and dialect from it, and be
                      interrupted with it; null: from the configuration              */
  double timeout;  /* seconds of wall time from now                                  */
  uint64_t fuel;   /* loop turns and calls                                           */
  uint64_t memory; /* bytes                                                          */
  uint64_t output; /* bytes of printed text                                          */
  uint32_t depth;  /* script call depth                                              */
  uint32_t reserved;
  const sl_str* allowed_paths;
  size_t allowed_path_count;
  const sl_str* allowed_modules;
  size_t allowed_module_count;
  const sl_str* argv; /* sys.argv                                                       */
  size_t argc;
} sl_env_options;

/* A taken exception. The texts belong to the environment until its next error_fetch or close. */
typedef struct sl_error {
  uint32_t struct_size; /* set before the call                                            */
  uint32_t flags;       /* SL_ERROR_...                                                   */
  sl_str type;          /* "ValueError"                                                   */
  sl_str message;       /* str(exception)                                                 */
  sl_str traceback;     /* as on stderr, newline at the end                               */
  sl_value exception;   /* alive until the native returns or env_leave                    */
  int32_t exit_status;  /* SystemExit: the status; else 1                                 */
  uint32_t reserved;
} sl_error;
enum {
  SL_ERROR_EXIT = 1,      /* sys.exit()                                                     */
  SL_ERROR_TIMEOUT = 2,   /* wall time or fuel used up                                      */
  SL_ERROR_CANCELLED = 4, /* interrupted or shutting down                                   */
  SL_ERROR_MEMORY = 8,
  SL_ERROR_SYNTAX = 16
};

typedef struct sl_env_stats {
  uint32_t struct_size;
  uint32_t reserved;
  uint64_t memory; /* bytes in use                                                   */
  uint64_t collections;
  uint64_t fuel_left; /* UINT64_MAX: not limited                                        */
} sl_env_stats;

/* Bits of sl_host.lifecycle. */
enum {
  SL_LIFE_SERVER = 1,  /* -c: a server; otherwise a script, the REPL, -e                 */
  SL_LIFE_READY = 2,   /* the setup script ended or called start_server; always set in
                          script mode                                                    */
  SL_LIFE_RUNNING = 4, /* server_running(): from ready until shutdown begins             */
  SL_LIFE_STOPPING = 8
};

enum { SL_LOG_TRACE, SL_LOG_DEBUG, SL_LOG_INFO, SL_LOG_WARN, SL_LOG_ERROR };

/* ---- 6  the host table ----------------------------------------------------------------------- */

/* Every function is usable from any thread unless it takes an sl_env: then the caller holds the
 * environment's lock, except for the functions marked (any thread). Since 1.0 unless noted. */
typedef struct sl_host {
  uint32_t struct_size;
  uint16_t abi_major, abi_minor;
  const char* server_version; /* "0.1.0" */

  /* -- registration, configuration, log. SL_RAISED from these means "already reported": return it
   *    from init(). Modules, services and settings are made in init() only. -- */

  sl_status (*register_module)(sl_plugin*, const sl_module*);
  /* The text of a key of the plugin's section: a key its config_schema declares, defaults applied.
   * A key with a dot names another section, for instance "server.address". SL_RAISED: no such key.
   * Lists come normalised: "a,b,c". The view lives as long as the process. */
  sl_status (*config)(sl_plugin*, const char* key, sl_str* out);
  /* int and size keys; time keys in milliseconds. */
  sl_status (*config_int)(sl_plugin*, const char* key, int64_t* out);
  /* float keys; time keys in seconds. */
  sl_status (*config_float)(sl_plugin*, const char* key, double* out);
  sl_status (*config_bool)(sl_plugin*, const char* key, int* out);
  void (*log)(sl_plugin*, int level, sl_str message, const sl_field* fields, size_t field_count);
  /* Records why init() or start() fails; always returns SL_RAISED: `return host->fail(...)`. */
  sl_status (*fail)(sl_plugin*, sl_str why);
  /* A table of function pointers other plugins may find by name. The layout is the plugin's own;
   * versions only grow and newer ones stay compatible. Published tables live as long as the process. */
  sl_status (*publish)(sl_plugin*, const char* service, uint32_t version, const void* table);
  const void* (*find)(sl_plugin*, const char* service, uint32_t min_version); /* null: absent */

  /* -- the process -- */

  int (*lifecycle)(sl_plugin*);
  /* Calls fn(data) once the server is ready and every plugin is started; at once (before this
   * returns) when that has happened. Script mode is ready when the script begins. */
  sl_status (*on_ready)(sl_plugin*, void (*fn)(void*), void* data);
  /* Calls fn(data) when shutdown begins, before any plugin's stop(). */
  sl_status (*on_stopping)(sl_plugin*, void (*fn)(void*), void* data);
  /* Calls fn(data) on every SIGHUP: certificates, lists and the like are read again. */
  sl_status (*on_reload)(sl_plugin*, void (*fn)(void*), void* data);
  /* Begins an orderly shutdown with this exit status. */
  void (*request_stop)(sl_plugin*, int exit_status);
  /* Waits until shutdown begins: 1, or 0 after `seconds` (negative: no limit). With an environment
   * the lock is released meanwhile and -1 means SL_RAISED (cancelled); env may be null. */
  int (*wait_stop)(sl_plugin*, sl_env* env, double seconds);

  /* -- what the calling script is and may do -- */

  /* A name as the calling script sees it: globals of the innermost script function, then of the main
   * module, then builtins. NameError when unknown. */
  sl_status (*lookup)(sl_env*, sl_str name, sl_value* out);
  /* Path of the main script; empty for -e, stdin and the REPL. */
  sl_str (*main_file)(sl_env*);
  int (*sandboxed)(sl_env*);
  /* PermissionError unless scripts of this environment may touch the path. */
  sl_status (*check_path)(sl_env*, sl_str path);

  /* -- looking at values -- */

  int (*kind)(sl_env*, sl_value);
  sl_str (*type_name)(sl_env*, sl_value);                 /* "dict", "Point"               */
  sl_status (*int_get)(sl_env*, sl_value, int64_t* out);  /* int, bool, __index__          */
  sl_status (*float_get)(sl_env*, sl_value, double* out); /* numbers, __float__            */
  sl_str (*str_get)(sl_env*, sl_value);                   /* data null: not a str          */
  sl_str (*bytes_get)(sl_env*, sl_value);                 /* data null: not bytes-like     */
  sl_status (*truthy)(sl_env*, sl_value, int* out);
  sl_status (*length)(sl_env*, sl_value, int64_t* out);
  sl_status (*equal)(sl_env*, sl_value a, sl_value b, int* out);
  sl_status (*is_instance)(sl_env*, sl_value, sl_value cls, int* out);
  int (*callable)(sl_env*, sl_value);
  sl_status (*str)(sl_env*, sl_value, sl_value* out);  /* str(v)                        */
  sl_status (*repr)(sl_env*, sl_value, sl_value* out); /* repr(v)                       */

  /* -- making values; scalars are made in place, see section 8 -- */

  sl_status (*str_new)(sl_env*, sl_str, sl_value* out); /* ill-formed UTF-8: U+FFFD      */
  sl_status (*bytes_new)(sl_env*, sl_str, sl_value* out);
  sl_status (*list_new)(sl_env*, const sl_value* items, size_t n, sl_value* out);
  sl_status (*tuple_new)(sl_env*, const sl_value* items, size_t n, sl_value* out);
  sl_status (*set_new)(sl_env*, const sl_value* items, size_t n, sl_value* out);
  sl_status (*dict_new)(sl_env*, sl_value* out);

  /* -- containers -- */

  size_t (*list_size)(sl_env*, sl_value list_or_tuple);
  sl_value (*list_get)(sl_env*, sl_value list_or_tuple, size_t index); /* SL_UNSET: out of range */
  sl_status (*list_append)(sl_env*, sl_value list, sl_value item);
  size_t (*dict_size)(sl_env*, sl_value dict);
  sl_status (*dict_get)(sl_env*, sl_value dict, sl_value key, sl_value* out); /* SL_UNSET: absent */
  sl_value (*dict_get_str)(sl_env*, sl_value dict, sl_str key);               /* SL_UNSET: absent */
  sl_status (*dict_set)(sl_env*, sl_value dict, sl_value key, sl_value value);
  sl_status (*dict_set_str)(sl_env*, sl_value dict, sl_str key, sl_value value);
  sl_status (*dict_delete)(sl_env*, sl_value dict, sl_value key, int* removed);
  /* *cursor starts at 0; returns 0 at the end. The dict must not change meanwhile. */
  int (*dict_next)(sl_env*, sl_value dict, size_t* cursor, sl_value* key, sl_value* value);
  sl_status (*get_item)(sl_env*, sl_value container, sl_value key, sl_value* out);
  sl_status (*set_item)(sl_env*, sl_value container, sl_value key, sl_value value);
  sl_status (*get_attr)(sl_env*, sl_value, sl_str name, sl_value* out);
  sl_status (*find_attr)(sl_env*, sl_value, sl_str name, sl_value* out); /* SL_UNSET: no such attribute */
  sl_status (*set_attr)(sl_env*, sl_value, sl_str name, sl_value value);
  /* Any iterable: `iter_new`, then `iter_next` until *out is SL_UNSET. */
  sl_status (*iter_new)(sl_env*, sl_value iterable, sl_value* out);
  sl_status (*iter_next)(sl_env*, sl_value iterator, sl_value* out);

  /* -- calling script code, in the current environment, on this thread, with the lock held -- */

  sl_status (*call)(sl_env*, sl_value callee, const sl_value* argv, size_t argc, sl_value* out);
  /* keywords: a dict with str keys, or SL_UNSET. */
  sl_status (*call_kw)(sl_env*, sl_value callee, const sl_value* argv, size_t argc, sl_value keywords, sl_value* out);
  sl_status (*call_method)(sl_env*, sl_value object, sl_str name, const sl_value* argv, size_t argc, sl_value* out);
  sl_status (*import_module)(sl_env*, sl_str dotted, sl_value* module);
  /* "pkg.mod.fn": imports the longest module prefix, then walks attributes. */
  sl_status (*resolve)(sl_env*, sl_str dotted, sl_value* out);

  /* -- native objects -- */

  /* A new object of a class this plugin registered; takes over one count of data. `cls` is
   * "module.Class", or "Class" when that is unique within the plugin. On SL_RAISED data was released. */
  sl_status (*object_new)(sl_env*, sl_plugin*, const char* cls, void* data, sl_value* out);
  /* The data when the value is an object of that class, else null (nothing pending). */
  void* (*object_data)(sl_env*, sl_plugin*, const char* cls, sl_value);
  /* The script values an object holds: index below sl_class.fields; None at first. */
  sl_value (*object_field)(sl_env*, sl_value object, uint32_t index);
  void (*object_set_field)(sl_env*, sl_value object, uint32_t index, sl_value value);

  /* -- errors -- */

  /* `type` is a built-in exception class, or a class of that name in the main module; an unknown name
   * gives RuntimeError("type: message"). Always returns SL_RAISED. */
  sl_status (*raise)(sl_env*, const char* type, sl_str message);
  sl_status (*raise_value)(sl_env*, sl_value exception);
  /* Is an exception of (a subclass of) this built-in class pending? null: any. */
  int (*error_matches)(sl_env*, const char* type);
  /* Takes the pending exception; 0 when there is none. Set struct_size first. */
  int (*error_fetch)(sl_env*, sl_error* out);
  void (*error_clear)(sl_env*);

  /* -- lifetime -- */

  void (*scope_push)(sl_env*);
  void (*scope_pop)(sl_env*); /* values got since the push may be collected   */
  sl_ref* (*ref_new)(sl_env*, sl_value);
  sl_value (*ref_get)(sl_env*, sl_ref*); /* SL_UNSET after the environment was closed    */
  void (*ref_free)(sl_ref*);             /* (any thread); null is fine                   */

  /* -- waiting -- */

  void (*unlock)(sl_env*);
  sl_status (*relock)(sl_env*);                /* SL_RAISED: cancelled or out of time; the lock
                                                  is held again either way                     */
  sl_status (*sleep)(sl_env*, double seconds); /* without the lock, ends early when cancelled  */
  /* Long computations call this every millisecond or so: SL_RAISED when interrupted. */
  sl_status (*poll)(sl_env*);
  uint64_t (*deadline_ns)(sl_env*); /* CLOCK_MONOTONIC; UINT64_MAX when none        */
  /* wake(data) is called when a wait must end early, from the interrupting thread, with nothing
   * but waking allowed in it; at once when the environment is already interrupted. It may run
   * until off_cancel returned. */
  sl_status (*on_cancel)(sl_env*, void (*wake)(void*), void* data, uint64_t* hook);
  void (*off_cancel)(sl_env*, uint64_t hook); /* (any thread)                                 */

  /* -- parcels: values between environments and on disk -- */

  /* Transferable: None bool int float str bytes list tuple dict set frozenset of such, objects of
   * native classes with SL_CLASS_SHARE. TypeError names the path of what is not: `what["a"][3]`. */
  sl_status (*pack)(sl_env*, sl_value, const char* what, sl_parcel** out);
  sl_status (*unpack)(sl_env*, const sl_parcel*, sl_value* out);
  void (*parcel_retain)(sl_parcel*);       /* (any thread)                      */
  void (*parcel_free)(sl_parcel*);         /* (any thread); null is fine        */
  size_t (*parcel_size)(const sl_parcel*); /* bytes, roughly                    */
  /* Parcels of None, bool, int, float (from the value) or str (from text) without an environment. */
  sl_parcel* (*parcel_new)(sl_value scalar);
  sl_parcel* (*parcel_new_str)(sl_str text);
  /* Reads a parcel of None, bool, int, float in place; 0 when it holds something else. */
  int (*parcel_scalar)(const sl_parcel*, sl_value* out);
  /* Equal plain data: same types and contents. Parcels with handles equal only themselves. */
  int (*parcel_equal)(const sl_parcel*, const sl_parcel*);
  /* The durable form: a version byte, then data. SL_RAISED (nothing pending): it holds handles. */
  sl_status (*parcel_save)(const sl_parcel*, void (*sink)(void*, sl_str bytes), void* data);
  sl_status (*parcel_load)(sl_str bytes, sl_parcel** out); /* SL_RAISED: not a parcel           */

  /* -- carriers: script functions between environments -- */

  /* Takes a function (def, lambda, native, bound method of a shareable handle) out of its environment:
   * the code is shared; functions, classes, imported modules and native handles among its module's
   * globals go along, so that siblings can be called; captured variables and defaults go along when
   * transferable, otherwise they are undefined on the other side; plain data does not. TypeError when
   * the value is not such a function. */
  sl_status (*function_pack)(sl_env*, sl_value fn, sl_carrier** out);
  /* The function as a value of the target environment. */
  sl_status (*function_unpack)(sl_env* target, sl_carrier*, sl_value* out);
  /* Unpacks and calls. args: a list or tuple parcel, kwargs: a dict parcel, either may be null. The
   * result is packed when `result` is not null. (any thread: takes the target's lock) */
  sl_status (*function_call)(sl_env* target, sl_carrier*, const sl_parcel* args, const sl_parcel* kwargs, sl_parcel** result);
  sl_str (*carrier_name)(const sl_carrier*); /* qualified name of the function    */
  void (*carrier_retain)(sl_carrier*);       /* (any thread)                      */
  void (*carrier_free)(sl_carrier*);         /* (any thread); null is fine        */

  /* -- JSON -- */

  /* Writes compact JSON in pieces. TypeError / ValueError for what JSON cannot say. */
  sl_status (*json_encode)(sl_env*, sl_value, void (*sink)(void*, sl_str), void* data);
  /* ValueError (json.JSONDecodeError) with line and column. */
  sl_status (*json_decode)(sl_env*, sl_str text, sl_value* out);

  /* -- environments of the plugin's own; (any thread), the functions below take the lock -- */

  /* options may be null. Null when out of resources or shutting down. */
  sl_env* (*env_open)(sl_plugin*, const sl_env_options* options);
  /* Waits for other threads inside (after interrupting them), then frees or pools it. */
  void (*env_close)(sl_env*);
  /* Takes the lock for this thread, so that the value functions can be used; nests. A thread of its
   * own in an environment is what `shared` tasks are: env_retain it first. */
  void (*env_enter)(sl_env*);
  void (*env_leave)(sl_env*);
  /* Keeps an environment open for a thread that will enter it. env_close interrupts and waits for
   * the release. Call with the lock held. */
  void (*env_retain)(sl_env*);
  void (*env_release)(sl_env*);
  /* resolve + call. args: a list or tuple parcel, kwargs: a dict parcel; null for none. After
   * SL_RAISED use error_fetch. result may be null. */
  sl_status (*env_run)(sl_env*, sl_str dotted, const sl_parcel* args, const sl_parcel* kwargs, sl_parcel** result);
  /* Runs code in the environment's main module; its globals stay for the next call. `file` appears
   * in tracebacks and becomes __file__ unless it starts with '<'. */
  sl_status (*env_exec)(sl_env*, sl_str code, sl_str file);
  /* Globals of the main module. *out null: no such name. */
  sl_status (*env_get_global)(sl_env*, sl_str name, sl_parcel** out);
  sl_status (*env_set_global)(sl_env*, sl_str name, const sl_parcel* value);
  /* Printed text goes to the sink (called with the lock held) instead of stdout and stderr; null
   * restores them. */
  void (*env_set_output)(sl_env*, void (*sink)(void*, sl_str text, int is_stderr), void* data);
  /* CLOCK_MONOTONIC; UINT64_MAX: none. */
  void (*env_set_deadline)(sl_env*, uint64_t ns);
  /* Makes whatever runs there raise an error scripts cannot catch; `why` is its message. */
  void (*env_interrupt)(sl_env*, sl_str why);
  /* Lifts an interruption so that the environment can run again, with full fuel and output budgets and
   * no deadline. */
  void (*env_resume)(sl_env*);
  void (*env_stats)(sl_env*, sl_env_stats* out); /* set struct_size first             */
} sl_host;

/* Does this host (perhaps older than the header) offer the function? */
#define SL_HAS(host, member) ((host)->struct_size >= offsetof(sl_host, member) + sizeof((host)->member) && (host)->member)

/* ---- 7  what a plugin exports ------------------------------------------------------------------ */

/* Exported as data so that tools can describe a plugin without running it:
 *     SL_EXPORT const sl_plugin_info scriptling_plugin = { sizeof(sl_plugin_info), ... };
 *
 * Order of calls: init (register, configure, find services) for every plugin in dependency order;
 * the setup script runs; start (threads, sockets); ...; stop in reverse order (refuse new work, wake
 * waiters, drain up to the "server.drain" setting); environments are closed; shutdown in reverse.
 * start and stop are called in server mode and in script mode. Any of the four may be null. */
typedef struct sl_plugin_info {
  uint32_t struct_size; /* sizeof(sl_plugin_info)                                         */
  uint16_t abi_major, abi_minor;
  const char* name;    /* as in the configuration and the file name                      */
  const char* version; /* "1.2.0"                                                        */
  const char* summary;
  const char* license;
  /* Plugins to initialise before this one: "sync>=1.0 background"; null or "" for none. A trailing
   * `?` marks one that is used when present: "kv?". */
  const char* needs;
  /* Keys of the section [plugin.NAME]: "path: str = data/kv.db; sweep: time = 1s; ttl: int = 0".
   * Types: str int float bool size (10M) time (30s) list. Text behind '#' up to ';' documents the key. */
  const char* config_schema;
  sl_status (*init)(const sl_host*, sl_plugin*, void** state);
  sl_status (*start)(void* state);
  void (*stop)(void* state);
  void (*shutdown)(void* state);
} sl_plugin_info;

#define SL_PLUGIN_SYMBOL "scriptling_plugin"

/* ---- 8  inline helpers --------------------------------------------------------------------------- */

static inline sl_value sl_none(void) {
  sl_value v;
  v.tag = SL_NONE;
  v.as.i = 0;
  return v;
}
static inline sl_value sl_unset(void) {
  sl_value v;
  v.tag = SL_UNSET;
  v.as.i = 0;
  return v;
}
static inline sl_value sl_bool(int b) {
  sl_value v;
  v.tag = SL_BOOL;
  v.as.i = b != 0;
  return v;
}
static inline sl_value sl_int(int64_t i) {
  sl_value v;
  v.tag = SL_INT;
  v.as.i = i;
  return v;
}
static inline sl_value sl_float(double f) {
  sl_value v;
  v.tag = SL_FLOAT;
  v.as.f = f;
  return v;
}
static inline sl_str sl_text(const char* terminated) {
  sl_str s;
  s.data = terminated;
  s.size = 0;
  if (terminated)
    while (terminated[s.size]) ++s.size;
  return s;
}

#ifdef __cplusplus
}
#endif
#endif
