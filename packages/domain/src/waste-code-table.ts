// The European List of Waste (Decision 2000/532/EC as amended), one line a code: six digits, entry type, label.
// Codes and entry types are the list's; the labels are short names of our own and have no legal force. "Clean" stands for
// "without the hazardous substances that its mirror entry has". Source: docs/data-sources.md#list-of-waste
//
// AH absolute hazardous, AN absolute non-hazardous, MH mirror hazardous, MN mirror non-hazardous.

export interface WasteChapter {
  readonly number: string;
  readonly label: string;
  readonly lines: string;
}

export const wasteChapters: readonly WasteChapter[] = [
  {
    number: '01',
    label: 'Mining and mineral treatment',
    lines: `
010101 AN metal-ore mining waste
010102 AN waste from mining other minerals
010304 AH acid-forming sulphide-ore tailings
010305 MH metal-ore tailings, hazardous
010306 MN metal-ore tailings, clean
010307 MH metal-ore processing waste, hazardous
010308 MN metal-ore dust and powder
010309 MN red mud, clean
010310 MH red mud, hazardous
010399 MN metal-ore processing waste, other
010407 MH mineral processing waste, hazardous
010408 MN gravel and crushed rock
010409 AN sand and clay
010410 MN mineral dust and powder
010411 MN potash and rock-salt residue
010412 MN mineral washing tailings
010413 MN stone-cutting waste
010499 MN mineral processing waste, other
010504 AN freshwater drilling mud
010505 AH oily drilling mud
010506 MH drilling mud, hazardous
010507 MN barite drilling mud
010508 MN chloride drilling mud
010599 MN drilling waste, other
`,
  },
  {
    number: '02',
    label: 'Farming, forestry, food and drink',
    lines: `
020101 AN farm washing sludge
020102 AN animal tissue from farming
020103 AN plant residue from farming
020104 AN farm plastics without packaging
020106 AN manure and slurry treated elsewhere
020107 AN forestry residue
020108 MH farm chemicals, hazardous
020109 MN farm chemicals, other
020110 AN scrap metal from farming
020199 AN farm and forestry waste, other
020201 AN meat and fish washing sludge
020202 AN animal tissue from meat and fish
020203 AN meat and fish unfit for use
020204 AN meat and fish effluent sludge
020299 AN meat and fish waste, other
020301 AN fruit, grain and yeast process sludge
020302 AN preservative waste from plant food
020303 AN solvent-extraction residue from plant food
020304 AN plant food unfit for use
020305 AN plant food effluent sludge
020399 AN plant food waste, other
020401 AN beet washing soil
020402 AN sugar-works lime out of specification
020403 AN sugar-works effluent sludge
020499 AN sugar waste, other
020501 AN dairy products unfit for use
020502 AN dairy effluent sludge
020599 AN dairy waste, other
020601 AN bakery and sweets unfit for use
020602 AN preservative waste from bakery
020603 AN bakery effluent sludge
020699 AN bakery waste, other
020701 AN malt, fruit and hop residue of washing and milling
020702 AN spirits stillage
020703 AN chemical treatment waste of drinks
020704 AN drinks and draff unfit for use
020705 AN drinks effluent sludge
020799 AN drinks waste, other
`,
  },
  {
    number: '03',
    label: 'Wood, panels, pulp and paper',
    lines: `
030101 AN bark and cork from woodworking
030104 MH sawdust and board offcuts, hazardous
030105 MN sawdust and board offcuts, clean
030199 AN woodworking waste, other
030201 AH wood preservative, organic without halogens
030202 AH wood preservative, organochlorine
030203 AH wood preservative, organometallic
030204 AH wood preservative, inorganic
030205 MH wood preservative, otherwise hazardous
030299 MN wood preservative, other
030301 AN bark and wood from pulping
030302 AN green liquor sludge
030305 AN de-inking sludge
030307 AN rejects of waste-paper pulping
030308 AN paper sorting residue
030309 AN lime mud from pulping
030310 AN paper fibre and filler sludge
030311 AN pulp and paper effluent sludge
030399 AN pulp and paper waste, other
`,
  },
  {
    number: '04',
    label: 'Leather, fur and textiles',
    lines: `
040101 AN hide fleshings and lime splits
040102 AN hide liming waste
040103 MH hide degreasing solvent waste
040104 AN chrome tanning liquor
040105 AN chrome-free tanning liquor
040106 AN tannery sludge with chromium
040107 AN tannery sludge without chromium
040108 AN chrome-tanned leather scrap
040109 AN leather finishing waste
040199 MN leather and fur waste, other
040209 AN composite textile scrap
040210 AN natural grease and wax from fibres
040214 MH textile finishing waste with solvents
040215 MN textile finishing waste, other
040216 MH textile dyes and pigments, hazardous
040217 MN textile dyes and pigments, other
040219 MH textile effluent sludge, hazardous
040220 MN textile effluent sludge, clean
040221 AN raw fibre scrap
040222 AN processed fibre and fabric scrap
040299 AN textile waste, other
`,
  },
  {
    number: '05',
    label: 'Oil refining, natural gas, coal pyrolysis',
    lines: `
050102 AH refinery desalter sludge
050103 AH refinery tank bottoms
050104 AH alkylation acid sludge
050105 AH spilt oil at the refinery
050106 AH oily maintenance sludge
050107 AH refinery acid tar
050108 AH refinery tar, other
050109 MH refinery effluent sludge, hazardous
050110 MN refinery effluent sludge, clean
050111 AH caustic fuel-washing waste
050112 AH acidic oil
050113 AN boiler feed-water sludge
050114 AN refinery cooling-tower waste
050115 AH used refinery filter clay
050116 AN sulphur from oil desulphurisation
050117 AN bitumen residue
050199 AN refinery waste, other
050601 AH coal acid tar
050603 AH coal tar, other
050604 AN coking cooling-tower waste
050699 AN coal pyrolysis waste, other
050701 MH natural-gas waste with mercury
050702 AN sulphur from natural gas
050799 MN natural-gas waste, other
`,
  },
  {
    number: '06',
    label: 'Inorganic chemicals',
    lines: `
060101 AH spent sulphuric or sulphurous acid
060102 AH spent hydrochloric acid
060103 AH spent hydrofluoric acid
060104 AH spent phosphoric or phosphorous acid
060105 AH spent nitric or nitrous acid
060106 AH spent acid, other
060199 AN acid-making waste, other
060201 AH spent lime base
060203 AH spent ammonia water
060204 AH spent caustic soda or potash
060205 AH spent base, other
060299 AN base-making waste, other
060311 MH cyanide salts and solutions
060313 MH heavy-metal salts and solutions
060314 MN salts and solutions, clean
060315 MH heavy-metal oxides
060316 MN metal oxides, clean
060399 AN salt and oxide waste, other
060403 MH arsenic waste
060404 MH mercury waste
060405 MH heavy-metal waste, other metals
060499 MN metal-containing chemical waste, other
060502 MH inorganic effluent sludge, hazardous
060503 MN inorganic effluent sludge, clean
060602 MH sulphide waste, hazardous
060603 MN sulphide waste, clean
060699 AN sulphur chemistry waste, other
060701 MH asbestos from electrolysis
060702 AH activated carbon from chlorine
060703 MH barium sulphate sludge with mercury
060704 AH halogen process acids and solutions
060799 MN halogen chemistry waste, other
060802 MH chlorosilane waste, hazardous
060899 MN silicon chemistry waste, other
060902 AN phosphorus slag
060903 MH lime-based phosphorus residue, hazardous
060904 MN phosphogypsum and like residue, clean
060999 AN phosphorus chemistry waste, other
061002 MH nitrogen and fertiliser waste, hazardous
061099 MN nitrogen and fertiliser waste, other
061101 AN titanium dioxide gypsum
061199 AN inorganic pigment waste, other
061301 AH inorganic biocides and preservatives
061302 AH used activated carbon
061303 AN carbon black scrap
061304 AH asbestos processing waste
061305 AH soot residue
061399 AN inorganic chemistry waste, other
`,
  },
  {
    number: '07',
    label: 'Organic chemicals',
    lines: `
070101 AH wash water and mother liquor, basic organics
070103 AH halogenated solvent or wash, basic organics
070104 AH solvent or wash without halogens, basic organics
070107 AH halogenated still residue, basic organics
070108 AH still residue without halogens, basic organics
070109 AH halogenated filter cake, basic organics
070110 AH filter cake without halogens, basic organics
070111 MH effluent sludge of basic organics, hazardous
070112 MN effluent sludge of basic organics, clean
070199 AN waste of basic organics, other
070201 AH wash water and mother liquor, plastics and fibres
070203 AH halogenated solvent or wash, plastics and fibres
070204 AH solvent or wash without halogens, plastics and fibres
070207 AH halogenated still residue, plastics and fibres
070208 AH still residue without halogens, plastics and fibres
070209 AH halogenated filter cake, plastics and fibres
070210 AH filter cake without halogens, plastics and fibres
070211 MH effluent sludge of plastics and fibres, hazardous
070212 MN effluent sludge of plastics and fibres, clean
070213 AN plastic scrap from making plastics
070214 MH plastics additives, hazardous
070215 MN plastics additives, clean
070216 MH silicone waste, hazardous
070217 MN silicone waste, clean
070299 AN waste of plastics and fibres, other
070301 AH wash water and mother liquor, organic dyes
070303 AH halogenated solvent or wash, organic dyes
070304 AH solvent or wash without halogens, organic dyes
070307 AH halogenated still residue, organic dyes
070308 AH still residue without halogens, organic dyes
070309 AH halogenated filter cake, organic dyes
070310 AH filter cake without halogens, organic dyes
070311 MH effluent sludge of organic dyes, hazardous
070312 MN effluent sludge of organic dyes, clean
070399 AN waste of organic dyes, other
070401 AH wash water and mother liquor, crop protection
070403 AH halogenated solvent or wash, crop protection
070404 AH solvent or wash without halogens, crop protection
070407 AH halogenated still residue, crop protection
070408 AH still residue without halogens, crop protection
070409 AH halogenated filter cake, crop protection
070410 AH filter cake without halogens, crop protection
070411 MH effluent sludge of crop protection, hazardous
070412 MN effluent sludge of crop protection, clean
070413 MH solids of crop protection, hazardous
070499 MN waste of crop protection, other
070501 AH wash water and mother liquor, pharmaceuticals
070503 AH halogenated solvent or wash, pharmaceuticals
070504 AH solvent or wash without halogens, pharmaceuticals
070507 AH halogenated still residue, pharmaceuticals
070508 AH still residue without halogens, pharmaceuticals
070509 AH halogenated filter cake, pharmaceuticals
070510 AH filter cake without halogens, pharmaceuticals
070511 MH effluent sludge of pharmaceuticals, hazardous
070512 MN effluent sludge of pharmaceuticals, clean
070513 MH solids of pharmaceuticals, hazardous
070514 MN solids of pharmaceuticals, clean
070599 AN waste of pharmaceuticals, other
070601 AH wash water and mother liquor, soaps and cosmetics
070603 AH halogenated solvent or wash, soaps and cosmetics
070604 AH solvent or wash without halogens, soaps and cosmetics
070607 AH halogenated still residue, soaps and cosmetics
070608 AH still residue without halogens, soaps and cosmetics
070609 AH halogenated filter cake, soaps and cosmetics
070610 AH filter cake without halogens, soaps and cosmetics
070611 MH effluent sludge of soaps and cosmetics, hazardous
070612 MN effluent sludge of soaps and cosmetics, clean
070699 AN waste of soaps and cosmetics, other
070701 AH wash water and mother liquor, fine chemicals
070703 AH halogenated solvent or wash, fine chemicals
070704 AH solvent or wash without halogens, fine chemicals
070707 AH halogenated still residue, fine chemicals
070708 AH still residue without halogens, fine chemicals
070709 AH halogenated filter cake, fine chemicals
070710 AH filter cake without halogens, fine chemicals
070711 MH effluent sludge of fine chemicals, hazardous
070712 MN effluent sludge of fine chemicals, clean
070799 AN waste of fine chemicals, other
`,
  },
  {
    number: '08',
    label: 'Paints, inks, adhesives',
    lines: `
080111 MH paint or varnish, hazardous
080112 MN paint or varnish, clean
080113 MH paint sludge, hazardous
080114 MN paint sludge, clean
080115 MH watery paint sludge, hazardous
080116 MN watery paint sludge, clean
080117 MH paint stripping waste, hazardous
080118 MN paint stripping waste, clean
080119 MH paint suspension in water, hazardous
080120 MN paint suspension in water, clean
080121 AH used paint remover
080199 AN paint waste, other
080201 AN powder-coating waste
080202 AN watery ceramic sludge
080203 AN ceramic suspension in water
080299 AN coating waste, other
080307 AN watery ink sludge
080308 AN inky waste water
080312 MH printing ink, hazardous
080313 MN printing ink, clean
080314 MH ink sludge, hazardous
080315 MN ink sludge, clean
080316 AH used etching solution
080317 MH toner, hazardous
080318 MN toner, clean
080319 AH dispersing oil
080399 AN printing ink waste, other
080409 MH adhesive or sealant, hazardous
080410 MN adhesive or sealant, clean
080411 MH adhesive sludge, hazardous
080412 MN adhesive sludge, clean
080413 MH watery adhesive sludge, hazardous
080414 MN watery adhesive sludge, clean
080415 MH adhesive waste water, hazardous
080416 MN adhesive waste water, clean
080417 AH used rosin oil
080499 AN adhesive waste, other
080501 AH isocyanate waste
`,
  },
  {
    number: '09',
    label: 'Photography',
    lines: `
090101 AH photo developer in water
090102 AH offset-plate developer in water
090103 AH photo developer in solvent
090104 AH photo fixer
090105 AH photo bleach
090106 MH silver-bearing photo treatment waste
090107 AN photo film and paper with silver
090108 AN photo film and paper without silver
090110 AN throw-away cameras, no battery
090111 AH throw-away cameras, hazardous battery
090112 AN throw-away cameras, other battery
090113 AH silver recovery liquor
090199 MN photographic waste, other
`,
  },
  {
    number: '10',
    label: 'Thermal processes',
    lines: `
100101 AN bottom ash and boiler slag
100102 AN fly ash from coal
100103 AN peat and clean wood fly ash
100104 AH oil firing ash and boiler dust
100105 AN gypsum from flue-gas cleaning (solid)
100107 AN gypsum from flue-gas cleaning (sludge)
100109 AH sulphuric acid from power stations
100113 AH emulsified-fuel fly ash
100114 MH co-firing bottom ash, hazardous
100115 MN co-firing bottom ash, clean
100116 MH co-firing fly ash, hazardous
100117 MN co-firing fly ash, clean
100118 MH flue-gas cleaning waste, hazardous
100119 MN flue-gas cleaning waste, clean
100120 MH power station effluent sludge, hazardous
100121 MN power station effluent sludge, clean
100122 MH boiler cleaning sludge, hazardous
100123 MN boiler cleaning sludge, clean
100124 AN fluidised-bed sand from power stations
100125 AN coal yard and coal preparation waste
100126 AN cooling-water treatment waste of power stations
100199 AN power station waste, other
100201 AN treated iron and steel slag
100202 AN raw iron and steel slag
100207 MH steelworks gas dust, hazardous
100208 MN steelworks gas dust, clean
100210 AN mill scale
100211 MH steelworks cooling-water waste, oily
100212 MN steelworks cooling-water waste, clean
100213 MH steelworks gas sludge, hazardous
100214 MN steelworks gas sludge, clean
100215 MN steelworks sludge, other
100299 AN iron and steel waste, other
100302 AN aluminium anode scrap
100304 AH primary aluminium slag
100305 AN alumina residue
100308 AH aluminium salt slag
100309 AH aluminium black dross
100315 MH aluminium skimmings, reactive
100316 MN aluminium skimmings, stable
100317 AH tarry aluminium anode waste
100318 AN carbon aluminium anode waste
100319 MH aluminium flue dust, hazardous
100320 MN aluminium flue dust, clean
100321 MH aluminium process dust, hazardous
100322 MN aluminium process dust, clean
100323 MH aluminium gas-cleaning solids, hazardous
100324 MN aluminium gas-cleaning solids, clean
100325 MH aluminium gas-cleaning sludge, hazardous
100326 MN aluminium gas-cleaning sludge, clean
100327 MH aluminium cooling-water waste, oily
100328 MN aluminium cooling-water waste, clean
100329 MH salt slag treatment waste, hazardous
100330 MN salt slag treatment waste, clean
100399 AN aluminium waste, other
100401 AH lead slag
100402 AH lead dross and skimmings
100403 AH calcium arsenate from lead
100404 AH lead flue dust
100405 AH lead process dust
100406 AH lead gas-cleaning solids
100407 AH lead gas-cleaning sludge
100409 MH lead cooling-water waste, oily
100410 MN lead cooling-water waste, clean
100499 AN lead waste, other
100501 AN zinc slag
100503 AH zinc flue dust
100504 AN zinc process dust
100505 AH zinc gas-cleaning solids
100506 AH zinc gas-cleaning sludge
100508 MH zinc cooling-water waste, oily
100509 MN zinc cooling-water waste, clean
100510 MH zinc dross, reactive
100511 MN zinc dross, stable
100599 AN zinc waste, other
100601 AN copper slag
100602 AN copper dross and skimmings
100603 AH copper flue dust
100604 AN copper process dust
100606 AH copper gas-cleaning solids
100607 AH copper gas-cleaning sludge
100609 MH copper cooling-water waste, oily
100610 MN copper cooling-water waste, clean
100699 AN copper waste, other
100701 AN precious-metal slag
100702 AN precious-metal dross and skimmings
100703 AN precious-metal gas-cleaning solids
100704 AN precious-metal process dust
100705 AN precious-metal gas-cleaning sludge
100707 MH precious-metal cooling-water waste, oily
100708 MN precious-metal cooling-water waste, clean
100799 AN precious-metal waste, other
100804 AN other-metal dust
100808 AH other-metal salt slag
100809 AN other-metal slag
100810 MH other-metal dross, reactive
100811 MN other-metal dross, stable
100812 AH tarry anode waste of other metals
100813 AN carbon anode waste of other metals
100814 AN anode scrap of other metals
100815 MH other-metal flue dust, hazardous
100816 MN other-metal flue dust, clean
100817 MH other-metal gas sludge, hazardous
100818 MN other-metal gas sludge, clean
100819 MH other-metal cooling-water waste, oily
100820 MN other-metal cooling-water waste, clean
100899 AN other-metal waste, other
100903 AN iron foundry slag
100905 MH unused iron foundry cores, hazardous
100906 MN unused iron foundry cores, clean
100907 MH used iron foundry sand and cores, hazardous
100908 MN used iron foundry sand and cores, clean
100909 MH iron foundry flue dust, hazardous
100910 MN iron foundry flue dust, clean
100911 MH iron foundry particles, hazardous
100912 MN iron foundry particles, clean
100913 MH iron foundry binder, hazardous
100914 MN iron foundry binder, clean
100915 MH iron foundry crack tester fluid, hazardous
100916 MN iron foundry crack tester fluid, clean
100999 AN iron foundry waste, other
101003 AN metal foundry slag
101005 MH unused metal foundry cores, hazardous
101006 MN unused metal foundry cores, clean
101007 MH used metal foundry sand and cores, hazardous
101008 MN used metal foundry sand and cores, clean
101009 MH metal foundry flue dust, hazardous
101010 MN metal foundry flue dust, clean
101011 MH metal foundry particles, hazardous
101012 MN metal foundry particles, clean
101013 MH metal foundry binder, hazardous
101014 MN metal foundry binder, clean
101015 MH metal foundry crack tester fluid, hazardous
101016 MN metal foundry crack tester fluid, clean
101099 AN metal foundry waste, other
101103 AN glass fibre scrap
101105 AN glassworks dust
101109 MH glass batch, hazardous
101110 MN glass batch, clean
101111 MH heavy-metal glass powder (screens)
101112 MN glassworks cullet
101113 MH glass grinding sludge, hazardous
101114 MN glass grinding sludge, clean
101115 MH glassworks flue solids, hazardous
101116 MN glassworks flue solids, clean
101117 MH glassworks flue sludge, hazardous
101118 MN glassworks flue sludge, clean
101119 MH glassworks effluent solids, hazardous
101120 MN glassworks effluent solids, clean
101199 AN glassworks waste, other
101201 AN unfired ceramic mix
101203 AN ceramics dust
101205 AN ceramics gas-cleaning sludge
101206 AN used ceramic moulds
101208 AN fired ceramic and brick rejects
101209 MH ceramics gas-cleaning solids, hazardous
101210 MN ceramics gas-cleaning solids, clean
101211 MH glaze waste with heavy metals
101212 MN glaze waste, clean
101213 AN ceramics effluent sludge
101299 AN ceramics waste, other
101301 AN unfired cement or lime mix
101304 AN lime burning and slaking waste
101306 MN cement and lime dust
101307 AN cement gas-cleaning sludge
101309 MH asbestos cement waste, hazardous
101310 MN asbestos cement works waste, clean
101311 MN cement composite scrap
101312 MH cement gas-cleaning solids, hazardous
101313 MN cement gas-cleaning solids, clean
101314 AN concrete works waste and sludge
101399 AN cement, lime and plaster waste, other
101401 MH crematorium gas waste with mercury
`,
  },
  {
    number: '11',
    label: 'Metal coating and hydrometallurgy',
    lines: `
110105 AH spent pickling acid
110106 AH surface treatment acid, other
110107 AH spent pickling alkali
110108 AH phosphating sludge
110109 MH plating sludge and cake, hazardous
110110 MN plating sludge and cake, clean
110111 MH plating rinse water, hazardous
110112 MN plating rinse water, clean
110113 MH metal degreasing waste, hazardous
110114 MN metal degreasing waste, clean
110115 MH membrane and ion-exchange eluate, hazardous
110116 AH spent ion-exchange resin from plating
110198 MH surface treatment waste, hazardous
110199 MN surface treatment waste, other
110202 AH jarosite and goethite zinc sludge
110203 AN electrolysis anode-making waste
110205 MH copper leaching waste, hazardous
110206 MN copper leaching waste, clean
110207 MH hydrometallurgy waste, hazardous
110299 MN hydrometallurgy waste, other
110301 AH cyanide hardening waste
110302 AH hardening waste, other
110501 AN hard zinc from galvanising
110502 AN zinc ash from galvanising
110503 AH galvanising gas solids
110504 AH spent galvanising flux
110599 AN galvanising waste, other
`,
  },
  {
    number: '12',
    label: 'Shaping of metals and plastics',
    lines: `
120101 AN steel turnings and filings
120102 AN steel dust
120103 AN non-ferrous turnings and filings
120104 AN non-ferrous dust
120105 AN plastic turnings
120106 AH mineral cutting oil with halogens
120107 AH mineral cutting oil without halogens
120108 AH cutting emulsion with halogens
120109 AH cutting emulsion without halogens
120110 AH synthetic cutting oil
120112 AH used wax and fat from machining
120113 AN welding scrap
120114 MH machining sludge, hazardous
120115 MN machining sludge, clean
120116 MH blasting grit, hazardous
120117 MN blasting grit, clean
120118 MH oily grinding sludge
120119 AH biodegradable cutting oil
120120 MH grinding tools and media, hazardous
120121 MN grinding tools and media, clean
120199 MN machining waste, other
120301 AH metal washing water
120302 AH vapour degreasing waste
`,
  },
  {
    number: '13',
    label: 'Oils and liquid fuels',
    lines: `
130101 AH hydraulic oil with PCB
130104 AH chlorinated hydraulic emulsion
130105 AH hydraulic emulsion without chlorine
130109 AH chlorinated mineral hydraulic oil
130110 AH mineral hydraulic oil without chlorine
130111 AH synthetic hydraulic oil
130112 AH biodegradable hydraulic oil
130113 AH hydraulic oil, other
130204 AH chlorinated mineral engine and gear oil
130205 AH mineral engine and gear oil without chlorine
130206 AH synthetic engine and gear oil
130207 AH biodegradable engine and gear oil
130208 AH engine and gear oil, other
130301 AH transformer oil with PCB
130306 AH chlorinated mineral transformer oil
130307 AH mineral transformer oil without chlorine
130308 AH synthetic transformer oil
130309 AH biodegradable transformer oil
130310 AH transformer oil, other
130401 AH bilge oil from river and canal boats
130402 AH bilge oil from jetty drains
130403 AH bilge oil from sea ships
130501 AH oil separator grit
130502 AH oil separator sludge
130503 AH oil interceptor sludge
130506 AH oil skimmed from separators
130507 AH oily water of separators
130508 AH mixed separator contents
130701 AH waste heating oil and diesel
130702 AH waste petrol
130703 AH waste fuel, other
130801 AH crude desalter emulsion
130802 AH oil emulsion, other
130899 AH oil waste, other
`,
  },
  {
    number: '14',
    label: 'Solvents and refrigerants',
    lines: `
140601 AH refrigerant gases (CFC, HCFC, HFC)
140602 AH halogenated solvent mix
140603 AH solvent mix without halogens
140604 MH halogenated solvent sludge
140605 MH solvent sludge without halogens
`,
  },
  {
    number: '15',
    label: 'Packaging, absorbents, filters',
    lines: `
150101 AN paper and board packaging
150102 AN plastics packaging
150103 AN wood packaging and pallets
150104 AN metal packaging
150105 AN laminated packaging
150106 AN packaging mix
150107 AN bottles and jars
150109 AN textile sacks and wraps
150110 AH packaging with hazardous residue
150111 AH pressure cans and porous metal packaging
150202 MH absorbents, filters and wipes, hazardous
150203 MN absorbents, filters and wipes, clean
`,
  },
  {
    number: '16',
    label: 'Wastes not listed elsewhere',
    lines: `
160103 AN old tyres
160104 AH old vehicles, not drained
160106 AN old vehicles, drained
160107 AH vehicle oil filters
160108 MH vehicle parts with mercury
160109 MH vehicle parts with PCB
160110 AH airbags and other explosive parts
160111 MH asbestos brake pads
160112 MN brake pads without asbestos
160113 AH brake fluid
160114 MH antifreeze, hazardous
160115 MN antifreeze, clean
160116 AN liquid gas tanks
160117 AN vehicle steel
160118 AN vehicle non-ferrous metal
160119 AN vehicle plastics
160120 AN vehicle glass
160121 AH vehicle parts, otherwise hazardous
160122 MN vehicle parts, other
160199 AN vehicle waste, other
160209 AH PCB transformers and capacitors
160210 AH PCB equipment, other
160211 AH cooling equipment with CFC, HCFC or HFC
160212 AH equipment with loose asbestos
160213 AH electrical equipment with hazardous parts
160214 AN electrical equipment, clean
160215 AH hazardous parts of electrical equipment
160216 AN clean parts of electrical equipment
160303 MH off-spec inorganic batches, hazardous
160304 MN off-spec inorganic batches, clean
160305 MH off-spec organic batches, hazardous
160306 MN off-spec organic batches, clean
160307 AH mercury metal
160401 AH old ammunition
160402 AH old fireworks
160403 AH explosives, other
160504 MH gas cylinders, hazardous gas
160505 MN gas cylinders, harmless gas
160506 MH laboratory chemicals, hazardous
160507 MH old inorganic chemicals, hazardous
160508 MH old organic chemicals, hazardous
160509 MN old chemicals, clean
160601 AH lead-acid batteries
160602 AH nickel-cadmium batteries
160603 AH mercury batteries
160604 AN alkaline batteries without mercury
160605 AN batteries, other (lithium, NiMH)
160606 AH battery acid and electrolyte
160708 MH oily tank cleaning waste
160709 MH hazardous tank cleaning waste
160799 MN tank cleaning waste, other
160801 MN precious-metal catalysts
160802 MH transition-metal catalysts, hazardous
160803 MN transition-metal catalysts, clean
160804 MN cracking catalysts
160805 MH phosphoric acid catalysts
160806 AH liquid catalysts
160807 MH contaminated catalysts
160901 AH permanganate waste
160902 AH chromate waste
160903 AH peroxide waste
160904 AH oxidiser, other
161001 MH waste water sent out, hazardous
161002 MN waste water sent out, clean
161003 MH watery concentrate, hazardous
161004 MN watery concentrate, clean
161101 MH carbon furnace lining, hazardous
161102 MN carbon furnace lining, clean
161103 MH metalworks refractory, hazardous
161104 MN metalworks refractory, clean
161105 MH refractory of other furnaces, hazardous
161106 MN refractory of other furnaces, clean
`,
  },
  {
    number: '17',
    label: 'Construction and demolition',
    lines: `
170101 MN concrete rubble
170102 MN brick rubble
170103 MN tile and ceramic rubble
170106 MH mineral rubble, hazardous
170107 MN mineral rubble mix, clean
170201 MN demolition wood
170202 MN building glass
170203 MN building plastics
170204 MH wood, glass and plastic from building, hazardous
170301 MH asphalt with coal tar
170302 MN asphalt without coal tar
170303 AH coal tar products
170401 MN copper, bronze and brass scrap
170402 MN aluminium scrap
170403 MN lead scrap
170404 MN zinc scrap
170405 MN steel and iron scrap
170406 MN tin scrap
170407 MN mixed metal scrap
170409 MH scrap metal, contaminated
170410 MH cables, hazardous
170411 MN cables, clean
170503 MH excavated soil, hazardous
170504 MN excavated soil and stone, clean
170505 MH dredged sediment, hazardous
170506 MN dredged sediment, clean
170507 MH rail ballast, hazardous
170508 MN rail ballast, clean
170601 MH asbestos insulation
170603 MH insulation, hazardous
170604 MN insulation, clean
170605 MH asbestos building material
170801 MH plasterboard and gypsum, contaminated
170802 MN plasterboard and gypsum, clean
170901 MH demolition waste with mercury
170902 MH demolition waste with PCB
170903 MH demolition waste, otherwise hazardous
170904 MN mixed demolition waste, clean
`,
  },
  {
    number: '18',
    label: 'Health care',
    lines: `
180101 AN needles and blades, not infectious
180102 AN body parts and blood bags
180103 AH infectious hospital waste
180104 AN hospital waste, not infectious
180106 MH hospital chemicals, hazardous
180107 MN hospital chemicals, clean
180108 AH cell-killing medicines from hospitals
180109 AN medicines from hospitals, other
180110 AH dental amalgam
180201 AN veterinary needles and blades
180202 AH infectious veterinary waste
180203 AN veterinary waste, not infectious
180205 MH veterinary chemicals, hazardous
180206 MN veterinary chemicals, clean
180207 AH cell-killing veterinary medicines
180208 AN veterinary medicines, other
`,
  },
  {
    number: '19',
    label: 'Waste treatment, waste water and water works',
    lines: `
190102 AN steel sorted from incinerator ash
190105 AH incinerator gas filter cake
190106 AH incinerator gas washing water
190107 AH incinerator gas solids
190110 AH incinerator activated carbon
190111 MH incinerator bottom ash, hazardous
190112 MN incinerator bottom ash, clean
190113 MH incinerator fly ash, hazardous
190114 MN incinerator fly ash, clean
190115 MH incinerator boiler dust, hazardous
190116 MN incinerator boiler dust, clean
190117 MH pyrolysis residue, hazardous
190118 MN pyrolysis residue, clean
190119 AN incinerator bed sand
190199 AN incineration waste, other
190203 AN premix of clean wastes
190204 AH premix with hazardous waste
190205 MH treatment sludge, hazardous
190206 MN treatment sludge, clean
190207 AH oil and concentrate from separation
190208 MH liquid fuel waste, hazardous
190209 MH solid fuel waste, hazardous
190210 MN fuel waste, clean
190211 MH treatment waste, otherwise hazardous
190299 MN treatment waste, other
190304 AH partly stabilised hazardous waste
190305 AN stabilised waste, clean
190306 AH solidified hazardous waste
190307 AN solidified waste, clean
190308 AH mercury, partly stabilised
190401 AN waste turned to glass
190402 AH vitrification fly ash and gas waste
190403 AH solids not turned to glass
190404 AN vitrification quench water
190501 AN uncomposted household fraction
190502 AN uncomposted animal and plant fraction
190503 AN compost out of specification
190599 AN composting waste, other
190603 AN liquid digestate of household waste
190604 AN solid digestate of household waste
190605 AN liquid digestate of animal and plant waste
190606 AN solid digestate of animal and plant waste
190699 AN digestion waste, other
190702 MH landfill water, hazardous
190703 MN landfill water, clean
190801 AN sewage screenings
190802 AN sewage grit
190805 AN municipal sewage sludge
190806 AH spent ion-exchange resin from waste water
190807 AH ion-exchange regeneration waste from waste water
190808 MH membrane waste with heavy metals
190809 AN edible fat from grease traps
190810 AH grease and oil from separators, other
190811 MH industrial biosludge, hazardous
190812 MN industrial biosludge, clean
190813 MH industrial effluent sludge, hazardous
190814 MN industrial effluent sludge, clean
190899 MN waste water plant waste, other
190901 AN water works screenings
190902 AN water works clarifier sludge
190903 AN water softening lime sludge
190904 AN water works activated carbon
190905 AN spent ion-exchange resin from water works
190906 AN ion-exchange regeneration waste from water works
190999 AN water works waste, other
191001 AN shredder steel
191002 AN shredder non-ferrous metal
191003 MH shredder fluff and dust, hazardous
191004 MN shredder fluff and dust, clean
191005 MH shredder residue, hazardous
191006 MN shredder residue, clean
191101 AH re-refining filter clay
191102 AH re-refining acid tar
191103 AH re-refining waste water
191104 AH re-refining caustic washing waste
191105 MH re-refining effluent sludge, hazardous
191106 MN re-refining effluent sludge, clean
191107 AH re-refining flue-gas waste
191199 AN re-refining waste, other
191201 AN sorted paper and board
191202 AN sorted steel
191203 AN sorted non-ferrous metal
191204 AN sorted plastic and rubber
191205 AN sorted glass
191206 MH sorted wood, hazardous
191207 MN sorted wood, clean
191208 AN sorted textiles
191209 AN sorted minerals
191210 AN refuse-derived fuel
191211 MH sorting residue, hazardous
191212 MN sorting residue, clean
191301 MH cleaned soil solids, hazardous
191302 MN cleaned soil solids, clean
191303 MH soil remediation sludge, hazardous
191304 MN soil remediation sludge, clean
191305 MH groundwater clean-up sludge, hazardous
191306 MN groundwater clean-up sludge, clean
191307 MH groundwater clean-up liquid, hazardous
191308 MN groundwater clean-up liquid, clean
`,
  },
  {
    number: '20',
    label: 'Municipal',
    lines: `
200101 AN household paper and board
200102 AN household glass
200108 AN kitchen and canteen waste
200110 AN old clothes
200111 AN household textiles
200113 AH household solvents
200114 AH household acids
200115 AH household alkalis
200117 AH household photo chemicals
200119 AH household pesticides
200121 AH fluorescent lamps and mercury waste
200123 AH old fridges with CFC
200125 AN used cooking oil and fat
200126 AH oil and fat, not edible
200127 MH household paint and glue, hazardous
200128 MN household paint and glue, clean
200129 MH household detergents, hazardous
200130 MN household detergents, clean
200131 AH cell-killing medicines from households
200132 AN household medicines, other
200133 AH household batteries, hazardous or unsorted
200134 AN household batteries, other
200135 AH household electronics with hazardous parts
200136 AN household electronics, clean
200137 MH household wood, hazardous
200138 MN household wood, clean
200139 AN household plastics
200140 AN household metals
200141 AN chimney-sweep soot
200199 AN separately collected waste, other
200201 AN garden and park greenery
200202 AN garden soil and stones
200203 AN garden waste that does not rot
200301 AN mixed household waste
200302 AN market waste
200303 AN street sweepings
200304 AN septic tank contents
200306 AN sewer cleaning waste
200307 AN bulky household waste
200399 AN municipal waste, other
`,
  },
];
