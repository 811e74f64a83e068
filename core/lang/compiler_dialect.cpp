// What the scriptling dialect compiles differently.
#include "core/lang/compiler.h"

namespace sl {

using namespace ast;

Op Compiler::arithmetic(Op op) const {
  if (!options_.scriptling_dialect) return op;
  switch (op) {
    case Op::FLOORDIV: return Op::TRUNCDIV;
    case Op::FLOORDIVK: return Op::TRUNCDIVK;
    case Op::MOD: return Op::TRUNCMOD;
    case Op::MODK: return Op::TRUNCMODK;
    default: return op;
  }
}

// Whether the variable may be unassigned here, so that the one around the function counts.
bool Compiler::reads_outward(const Symbol* variable) const {
  if (!options_.scriptling_dialect || !may_be_unassigned(*variable)) return false;
  bool elsewhere = variable->captured || variable->scope->code != u_->scope;
  return elsewhere || !u_->assigned[static_cast<size_t>(variable->reg)];
}

bool Compiler::reads_outward(const Expr* e) {
  int reg = plain_local(e);
  return reg >= 0 && reads_outward(ref(static_cast<const NameExpr*>(e)->name).variable);
}

void Compiler::load_outward(const Ref& r, int dst) {
  if (r.where == Where::Free) {
    emit(Op::PEEKFREE, dst, r.free);
  } else if (r.variable->captured) {
    Temps keep(*this);
    emit(Op::PEEKCELL, dst, cell(r.variable));
  } else {
    emit(Op::PEEKLOCAL, dst, r.variable->reg);
    if (r.variable->reg < u_->locals_end) u_->unset_at_entry.set(static_cast<size_t>(r.variable->reg));
  }
  for_each_outer(*r.variable, [&](Symbol* outer) {
    auto it = u_->scope->free_index.find(outer);
    if (it == u_->scope->free_index.end()) return;
    if (it->second > 255) return fail(u_->at, "too many captured variables");
    emit(Op::OUTERFREE, dst, it->second);
  });
  emit_x(Op::OUTERGLOBAL, dst, global_slot(r.name));
}

}  // namespace sl
