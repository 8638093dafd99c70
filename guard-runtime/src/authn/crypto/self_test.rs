//! Whether the back-end verifies what it should, and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{Signer, Verifier};
use crate::authn::{Algorithm, KeyError};

/// Signs and verifies RFC 7515 appendix A.1 once, when something is configured.
///
/// # Errors
///
/// The back-end does not do what it says, so nothing it verifies may be believed.
pub(crate) fn self_test() -> Result<(), KeyError> {
    const SECRET: &str =
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    const MESSAGE: &[u8] = b"eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    const SIGNATURE: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    let decode = |text| URL_SAFE_NO_PAD.decode(text).map_err(|_| KeyError::Backend);
    let (secret, signature) = (decode(SECRET)?, decode(SIGNATURE)?);
    let verifier = Verifier::hmac(Algorithm::HS256, &secret)?;
    let signed = Signer::hmac(Algorithm::HS256, &secret)?.sign(MESSAGE);

    let mut wrong = signature.clone();
    if let Some(last) = wrong.last_mut() {
        *last ^= 1;
    }
    let short = signature.iter().copied().take(31).collect();
    let sound = signed.as_ref() == Some(&signature)
        && verifier.verify(MESSAGE, &signature)
        && !verifier.verify(MESSAGE, &wrong)
        && !verifier.verify(MESSAGE, &short)
        && !verifier.verify(MESSAGE, &Vec::new())
        && !verifier.verify(b"another message", &signature);
    if sound {
        Ok(())
    } else {
        Err(KeyError::Backend)
    }
}
