//! Walks through a file and notes its functions and what it registers by hand.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    Block, Expr, ExprCall, ExprClosure, ExprMethodCall, FnArg, ImplItemFn, Item, ItemFn, ItemImpl,
    ItemMod, ItemUse, Macro, Pat, Signature, Stmt, Type,
};

use super::attributes::Marks;
use super::files::Source;
use super::imports::Imports;
use super::macros;
use super::path::{segments, unraw};
use super::seen::{At, Function, Registration, Seen};

/// Notes what a file holds.
pub(super) fn walk(source: &Source, imports: &mut Imports, seen: &mut Seen) {
    let mut walker = Walker {
        file: &source.file,
        module: source.module.clone(),
        self_type: None,
        parameters: Vec::new(),
        imports,
        seen,
    };
    walker.in_scope(uses(&source.syntax.items), |walker| {
        visit::visit_file(walker, &source.syntax);
    });
}

struct Walker<'a> {
    file: &'a str,
    module: Vec<String>,
    /// What `Self` is here.
    self_type: Option<String>,
    /// Names that are parameters here, and no functions.
    parameters: Vec<String>,
    imports: &'a mut Imports,
    seen: &'a mut Seen,
}

fn uses(items: &[Item]) -> impl Iterator<Item = &ItemUse> {
    items.iter().filter_map(|item| match item {
        Item::Use(item) => Some(item),
        _ => None,
    })
}

impl Walker<'_> {
    fn at(&self, span: proc_macro2::Span) -> At {
        At::new(self.file, span)
    }

    fn in_scope<'a>(
        &mut self,
        uses: impl Iterator<Item = &'a ItemUse>,
        walk: impl FnOnce(&mut Self),
    ) {
        self.imports.enter(uses);
        walk(self);
        self.imports.leave();
    }

    fn function(&mut self, attributes: &[syn::Attribute], signature: &Signature) {
        self.seen.functions.push(Function {
            name: unraw(&signature.ident),
            module: self.module.iter().chain(&self.self_type).cloned().collect(),
            at: self.at(signature.ident.span()),
            marks: Marks::of(attributes, self.imports),
        });
    }

    fn with_parameters(&mut self, names: Vec<String>, walk: impl FnOnce(&mut Self)) {
        let depth = self.parameters.len();
        self.parameters.extend(names);
        walk(self);
        self.parameters.truncate(depth);
    }

    /// The one argument of a `to`.
    fn register(&mut self, argument: &Expr) {
        let (paths, span) = match argument {
            Expr::Paren(inner) => return self.register(&inner.expr),
            Expr::Group(inner) => return self.register(&inner.expr),
            Expr::Closure(closure) => (None, closure.span()),
            Expr::Path(path) => {
                let mut names = segments(&path.path);
                if let [only] = names.as_slice()
                    && self.parameters.contains(only)
                {
                    return;
                }
                if let (Some(first), Some(name)) = (names.first_mut(), &self.self_type)
                    && first == "Self"
                {
                    first.clone_from(name);
                }
                let first = path.path.segments.first().map(|first| first.ident.span());
                let span = first.unwrap_or_else(proc_macro2::Span::call_site);
                let near = self.imports.follow(names);
                let far = self.imports.resolve(near.clone());
                (Some([near, far]), span)
            }
            _ => return,
        };
        self.seen.registrations.push(Registration {
            paths,
            module: self.module.clone(),
            at: self.at(span),
        });
    }
}

impl<'ast> Visit<'ast> for Walker<'_> {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let items = item.content.as_ref().map_or(&[][..], |(_, items)| items);
        self.module.push(unraw(&item.ident));
        self.in_scope(uses(items), |walker| visit::visit_item_mod(walker, item));
        self.module.pop();
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let name = match &*item.self_ty {
            Type::Path(path) => segments(&path.path).pop(),
            _ => None,
        };
        let outer = std::mem::replace(&mut self.self_type, name);
        visit::visit_item_impl(self, item);
        self.self_type = outer;
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.function(&item.attrs, &item.sig);
        // An inner function does not see the parameters of the outer one.
        let outer = std::mem::replace(&mut self.parameters, parameters(&item.sig));
        visit::visit_item_fn(self, item);
        self.parameters = outer;
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.function(&item.attrs, &item.sig);
        let outer = std::mem::replace(&mut self.parameters, parameters(&item.sig));
        visit::visit_impl_item_fn(self, item);
        self.parameters = outer;
    }

    fn visit_block(&mut self, block: &'ast Block) {
        let uses = block.stmts.iter().filter_map(|statement| match statement {
            Stmt::Item(Item::Use(item)) => Some(item),
            _ => None,
        });
        self.in_scope(uses, |walker| visit::visit_block(walker, block));
    }

    fn visit_expr_closure(&mut self, closure: &'ast ExprClosure) {
        let names = closure.inputs.iter().filter_map(name_of).collect();
        self.with_parameters(names, |walker| visit::visit_expr_closure(walker, closure));
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        if call.method == "to" && call.args.len() == 1 {
            call.args
                .iter()
                .for_each(|argument| self.register(argument));
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if let Expr::Path(function) = &*call.func {
            let path = self.imports.resolve(segments(&function.path));
            if path.ends_with(&["web".to_owned(), "to".to_owned()]) && call.args.len() == 1 {
                call.args
                    .iter()
                    .for_each(|argument| self.register(argument));
            }
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_macro(&mut self, item: &'ast Macro) {
        let found = macros::look(&item.tokens, self.file, self.imports);
        for argument in &found.registered {
            self.register(argument);
        }
        self.seen.in_macros.extend(found.routes);
    }
}

fn parameters(signature: &Signature) -> Vec<String> {
    let inputs = signature.inputs.iter();
    inputs
        .filter_map(|input| match input {
            FnArg::Typed(input) => name_of(&input.pat),
            FnArg::Receiver(_) => None,
        })
        .collect()
}

fn name_of(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Ident(name) => Some(unraw(&name.ident)),
        Pat::Type(typed) => name_of(&typed.pat),
        _ => None,
    }
}
