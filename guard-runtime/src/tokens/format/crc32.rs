//! The checksum of tokens: CRC-32 as in ISO 3309, gzip and PNG.

const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u32;
    while byte < 256 {
        let mut entry = byte;
        let mut bit = 0;
        while bit < 8 {
            let lowest = entry & 1;
            entry >>= 1;
            if lowest == 1 {
                entry ^= 0xedb8_8320;
            }
            bit += 1;
        }
        #[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
        {
            table[byte as usize] = entry;
        }
        byte += 1;
    }
    table
};

pub(super) fn crc32(text: &str) -> u32 {
    !text.bytes().fold(u32::MAX, |sum, byte| {
        let [lowest, ..] = sum.to_le_bytes();
        let entry = TABLE.get(usize::from(lowest ^ byte)).copied();
        (sum >> 8) ^ entry.unwrap_or_default()
    })
}
