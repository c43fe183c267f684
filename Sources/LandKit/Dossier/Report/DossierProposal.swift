/// What an application proposes: blocks to take in or to give up.
struct DossierProposal: Sendable {}
