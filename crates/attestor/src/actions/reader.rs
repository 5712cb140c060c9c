use attestor_core::attestation::page::lexicon::Lexicons;
use attestor_core::attestation::question::Questionnaire;
use crate::stop::Stop;
pub(crate) struct Reader { pub(crate) questionnaire: Questionnaire, pub(crate) lexicons: Lexicons }
impl Reader { pub(crate) fn load() -> Result<Self, Stop> { let (questionnaire, lexicons) = crate::world::page_data()?; Ok(Self { questionnaire, lexicons }) } }
