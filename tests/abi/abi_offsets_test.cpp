// The layout of ABI 1.0. A member that moves breaks every plugin in existence: new ones go to the end,
// and get a line here. Only the sizes of structs that start with struct_size may grow.
#include <gtest/gtest.h>

#include <scriptling/plugin.h>

#include "core/plugin/abi.h"

namespace {

#define AT(type, member, offset) EXPECT_EQ(offsetof(type, member), offset) << #type "." #member

TEST(AbiOffsets, Str) {
  AT(sl_str, data, 0u);
  AT(sl_str, size, 8u);
  EXPECT_EQ(sizeof(sl_str), 16u);
}

TEST(AbiOffsets, Value) {
  AT(sl_value, tag, 0u);
  AT(sl_value, as, 8u);
  EXPECT_EQ(sizeof(sl_value), 16u);
}

TEST(AbiOffsets, Field) {
  AT(sl_field, key, 0u);
  AT(sl_field, value, 16u);
  EXPECT_EQ(sizeof(sl_field), 32u);
}

TEST(AbiOffsets, Call) {
  AT(sl_call, struct_size, 0u);
  AT(sl_call, argc, 4u);
  AT(sl_call, env, 8u);
  AT(sl_call, self, 16u);
  AT(sl_call, state, 24u);
  AT(sl_call, argv, 32u);
  AT(sl_call, result, 40u);
  AT(sl_call, self_value, 48u);
  EXPECT_EQ(sizeof(sl_call), 64u);
}

TEST(AbiOffsets, Function) {
  AT(sl_function, signature, 0u);
  AT(sl_function, doc, 8u);
  AT(sl_function, fn, 16u);
  AT(sl_function, flags, 24u);
  EXPECT_EQ(sizeof(sl_function), 32u);
}

TEST(AbiOffsets, Class) {
  AT(sl_class, name, 0u);
  AT(sl_class, doc, 8u);
  AT(sl_class, methods, 16u);
  AT(sl_class, method_count, 24u);
  AT(sl_class, construct, 32u);
  AT(sl_class, retain, 40u);
  AT(sl_class, release, 48u);
  AT(sl_class, flags, 56u);
  AT(sl_class, fields, 60u);
  EXPECT_EQ(sizeof(sl_class), 64u);
}

TEST(AbiOffsets, Module) {
  AT(sl_module, struct_size, 0u);
  AT(sl_module, function_size, 4u);
  AT(sl_module, class_size, 8u);
  AT(sl_module, reserved, 12u);
  AT(sl_module, name, 16u);
  AT(sl_module, doc, 24u);
  AT(sl_module, functions, 32u);
  AT(sl_module, function_count, 40u);
  AT(sl_module, classes, 48u);
  AT(sl_module, class_count, 56u);
  AT(sl_module, constants, 64u);
  AT(sl_module, constant_count, 72u);
  EXPECT_EQ(sizeof(sl_module), 80u);
}

TEST(AbiOffsets, EnvOptions) {
  AT(sl_env_options, struct_size, 0u);
  AT(sl_env_options, flags, 4u);
  AT(sl_env_options, parent, 8u);
  AT(sl_env_options, timeout, 16u);
  AT(sl_env_options, fuel, 24u);
  AT(sl_env_options, memory, 32u);
  AT(sl_env_options, output, 40u);
  AT(sl_env_options, depth, 48u);
  AT(sl_env_options, reserved, 52u);
  AT(sl_env_options, allowed_paths, 56u);
  AT(sl_env_options, allowed_path_count, 64u);
  AT(sl_env_options, allowed_modules, 72u);
  AT(sl_env_options, allowed_module_count, 80u);
  AT(sl_env_options, argv, 88u);
  AT(sl_env_options, argc, 96u);
  EXPECT_EQ(sizeof(sl_env_options), 104u);
}

TEST(AbiOffsets, Error) {
  AT(sl_error, struct_size, 0u);
  AT(sl_error, flags, 4u);
  AT(sl_error, type, 8u);
  AT(sl_error, message, 24u);
  AT(sl_error, traceback, 40u);
  AT(sl_error, exception, 56u);
  AT(sl_error, exit_status, 72u);
  AT(sl_error, reserved, 76u);
  EXPECT_EQ(sizeof(sl_error), 80u);
}

TEST(AbiOffsets, EnvStats) {
  AT(sl_env_stats, struct_size, 0u);
  AT(sl_env_stats, reserved, 4u);
  AT(sl_env_stats, memory, 8u);
  AT(sl_env_stats, collections, 16u);
  AT(sl_env_stats, fuel_left, 24u);
  EXPECT_EQ(sizeof(sl_env_stats), 32u);
}

TEST(AbiOffsets, PluginInfo) {
  AT(sl_plugin_info, struct_size, 0u);
  AT(sl_plugin_info, abi_major, 4u);
  AT(sl_plugin_info, abi_minor, 6u);
  AT(sl_plugin_info, name, 8u);
  AT(sl_plugin_info, version, 16u);
  AT(sl_plugin_info, summary, 24u);
  AT(sl_plugin_info, license, 32u);
  AT(sl_plugin_info, needs, 40u);
  AT(sl_plugin_info, config_schema, 48u);
  AT(sl_plugin_info, init, 56u);
  AT(sl_plugin_info, start, 64u);
  AT(sl_plugin_info, stop, 72u);
  AT(sl_plugin_info, shutdown, 80u);
  EXPECT_EQ(sizeof(sl_plugin_info), 88u);
}

TEST(AbiOffsets, Host) {
  AT(sl_host, struct_size, 0u);
  AT(sl_host, abi_major, 4u);
  AT(sl_host, abi_minor, 6u);
  AT(sl_host, server_version, 8u);
  AT(sl_host, register_module, 16u);
  AT(sl_host, config, 24u);
  AT(sl_host, config_int, 32u);
  AT(sl_host, config_float, 40u);
  AT(sl_host, config_bool, 48u);
  AT(sl_host, log, 56u);
  AT(sl_host, fail, 64u);
  AT(sl_host, publish, 72u);
  AT(sl_host, find, 80u);
  AT(sl_host, lifecycle, 88u);
  AT(sl_host, on_ready, 96u);
  AT(sl_host, on_stopping, 104u);
  AT(sl_host, on_reload, 112u);
  AT(sl_host, request_stop, 120u);
  AT(sl_host, wait_stop, 128u);
  AT(sl_host, lookup, 136u);
  AT(sl_host, main_file, 144u);
  AT(sl_host, sandboxed, 152u);
  AT(sl_host, check_path, 160u);
  AT(sl_host, kind, 168u);
  AT(sl_host, type_name, 176u);
  AT(sl_host, int_get, 184u);
  AT(sl_host, float_get, 192u);
  AT(sl_host, str_get, 200u);
  AT(sl_host, bytes_get, 208u);
  AT(sl_host, truthy, 216u);
  AT(sl_host, length, 224u);
  AT(sl_host, equal, 232u);
  AT(sl_host, is_instance, 240u);
  AT(sl_host, callable, 248u);
  AT(sl_host, str, 256u);
  AT(sl_host, repr, 264u);
  AT(sl_host, str_new, 272u);
  AT(sl_host, bytes_new, 280u);
  AT(sl_host, list_new, 288u);
  AT(sl_host, tuple_new, 296u);
  AT(sl_host, set_new, 304u);
  AT(sl_host, dict_new, 312u);
  AT(sl_host, list_size, 320u);
  AT(sl_host, list_get, 328u);
  AT(sl_host, list_append, 336u);
  AT(sl_host, dict_size, 344u);
  AT(sl_host, dict_get, 352u);
  AT(sl_host, dict_get_str, 360u);
  AT(sl_host, dict_set, 368u);
  AT(sl_host, dict_set_str, 376u);
  AT(sl_host, dict_delete, 384u);
  AT(sl_host, dict_next, 392u);
  AT(sl_host, get_item, 400u);
  AT(sl_host, set_item, 408u);
  AT(sl_host, get_attr, 416u);
  AT(sl_host, find_attr, 424u);
  AT(sl_host, set_attr, 432u);
  AT(sl_host, iter_new, 440u);
  AT(sl_host, iter_next, 448u);
  AT(sl_host, call, 456u);
  AT(sl_host, call_kw, 464u);
  AT(sl_host, call_method, 472u);
  AT(sl_host, import_module, 480u);
  AT(sl_host, resolve, 488u);
  AT(sl_host, object_new, 496u);
  AT(sl_host, object_data, 504u);
  AT(sl_host, object_field, 512u);
  AT(sl_host, object_set_field, 520u);
  AT(sl_host, raise, 528u);
  AT(sl_host, raise_value, 536u);
  AT(sl_host, error_matches, 544u);
  AT(sl_host, error_fetch, 552u);
  AT(sl_host, error_clear, 560u);
  AT(sl_host, scope_push, 568u);
  AT(sl_host, scope_pop, 576u);
  AT(sl_host, ref_new, 584u);
  AT(sl_host, ref_get, 592u);
  AT(sl_host, ref_free, 600u);
  AT(sl_host, unlock, 608u);
  AT(sl_host, relock, 616u);
  AT(sl_host, sleep, 624u);
  AT(sl_host, poll, 632u);
  AT(sl_host, deadline_ns, 640u);
  AT(sl_host, on_cancel, 648u);
  AT(sl_host, off_cancel, 656u);
  AT(sl_host, pack, 664u);
  AT(sl_host, unpack, 672u);
  AT(sl_host, parcel_retain, 680u);
  AT(sl_host, parcel_free, 688u);
  AT(sl_host, parcel_size, 696u);
  AT(sl_host, parcel_new, 704u);
  AT(sl_host, parcel_new_str, 712u);
  AT(sl_host, parcel_scalar, 720u);
  AT(sl_host, parcel_equal, 728u);
  AT(sl_host, parcel_save, 736u);
  AT(sl_host, parcel_load, 744u);
  AT(sl_host, function_pack, 752u);
  AT(sl_host, function_unpack, 760u);
  AT(sl_host, function_call, 768u);
  AT(sl_host, carrier_name, 776u);
  AT(sl_host, carrier_retain, 784u);
  AT(sl_host, carrier_free, 792u);
  AT(sl_host, json_encode, 800u);
  AT(sl_host, json_decode, 808u);
  AT(sl_host, env_open, 816u);
  AT(sl_host, env_close, 824u);
  AT(sl_host, env_enter, 832u);
  AT(sl_host, env_leave, 840u);
  AT(sl_host, env_retain, 848u);
  AT(sl_host, env_release, 856u);
  AT(sl_host, env_run, 864u);
  AT(sl_host, env_exec, 872u);
  AT(sl_host, env_get_global, 880u);
  AT(sl_host, env_set_global, 888u);
  AT(sl_host, env_set_output, 896u);
  AT(sl_host, env_set_deadline, 904u);
  AT(sl_host, env_interrupt, 912u);
  AT(sl_host, env_resume, 920u);
  AT(sl_host, env_stats, 928u);
  EXPECT_EQ(sizeof(sl_host), 936u);
}

TEST(AbiOffsets, Constants) {
  EXPECT_EQ(SL_ABI_MAJOR, 1);
  EXPECT_EQ(SL_UNSET, 0);
  EXPECT_EQ(SL_NONE, 1);
  EXPECT_EQ(SL_BOOL, 2);
  EXPECT_EQ(SL_INT, 4);
  EXPECT_EQ(SL_FLOAT, 8);
  EXPECT_EQ(SL_OBJECT, 16);
  EXPECT_EQ(SL_KIND_OTHER, 19);
  EXPECT_EQ(SL_FN_STATIC, 32);
  EXPECT_EQ(SL_RAISED, -1);
}

TEST(AbiOffsets, EveryHostFunctionIsThere) {
  const sl_host& h = sl::host_table();
  EXPECT_EQ(h.struct_size, sizeof h);
  auto* words = reinterpret_cast<void* const*>(&h);
  for (size_t i = offsetof(sl_host, server_version) / sizeof(void*); i < sizeof h / sizeof(void*); ++i) EXPECT_NE(words[i], nullptr) << "member at offset " << i * 8;
  EXPECT_TRUE(SL_HAS(&h, env_stats));
  sl_host older = h;
  older.struct_size = offsetof(sl_host, env_stats);
  EXPECT_FALSE(SL_HAS(&older, env_stats));
}

}  // namespace
