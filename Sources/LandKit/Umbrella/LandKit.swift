// The library's single import: `import LandKit` brings every part of the house.
@_exported import LandAudit
@_exported import LandCadastre
@_exported import LandCompliance
@_exported import LandDocuments
@_exported import LandDossier
@_exported import LandExpansion
@_exported import LandGeoPackage
@_exported import LandGeometry
@_exported import LandIdleLand
@_exported import LandLayers
@_exported import LandOutput
@_exported import LandProjection
@_exported import LandReport
@_exported import LandRulebook
@_exported import LandSurvey
@_exported import LandTopology
@_exported import LandWorkbook
