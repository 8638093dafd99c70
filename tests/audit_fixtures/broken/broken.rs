async fn fine() {}

fn broken( {}
