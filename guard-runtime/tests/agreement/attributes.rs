//! What the callers of these tests have besides ids: values that may be there and empty.

use guard_runtime::model::{Boolean, EnvAttribute, EnvListAttribute, Field, Integer, Text, Value};

pub(crate) struct Region(pub(crate) Option<String>);
pub(crate) struct Level(pub(crate) Option<i64>);
pub(crate) struct Active(pub(crate) Option<bool>);
pub(crate) struct Levels(pub(crate) Vec<Option<i64>>);
pub(crate) struct Names(pub(crate) Vec<Option<String>>);

impl EnvAttribute for Region {
    type Kind = Text;
    const NAME: &'static str = "region";

    fn value(&self) -> Value<'_> {
        self.0.value()
    }
}

impl EnvAttribute for Level {
    type Kind = Integer;
    const NAME: &'static str = "level";

    fn value(&self) -> Value<'_> {
        self.0.value()
    }
}

impl EnvAttribute for Active {
    type Kind = Boolean;
    const NAME: &'static str = "active";

    fn value(&self) -> Value<'_> {
        self.0.value()
    }
}

impl EnvListAttribute for Levels {
    type Item = Option<i64>;
    const NAME: &'static str = "levels";

    fn items(&self) -> &[Self::Item] {
        &self.0
    }
}

impl EnvListAttribute for Names {
    type Item = Option<String>;
    const NAME: &'static str = "names";

    fn items(&self) -> &[Self::Item] {
        &self.0
    }
}
