// Where NACE Rev. 2 (2008 to 2024) says something else than Rev. 2.1 under the same number, or has a number that 2.1 dropped.
// Codes are the classification's, labels short names of our own. Source: docs/data-sources.md#nace

const lines = `
01.49 raising other animals
01.64 seed processing
14.1 clothing other than fur
14.11 leather clothes
14.12 workwear
14.13 outerwear
14.14 underwear
14.19 other clothing and accessories
14.2 fur articles
14.20 fur articles
14.3 knitwear
14.31 knitted hosiery
14.39 other knitwear
16.10 sawmills
16.29 other wood, cork and straw products
17.29 other paper products
20.51 explosives
20.52 glues
20.53 essential oils
22.19 other rubber products
22.23 plastic building products
22.29 other plastic products
23.19 other and technical glass
23.49 other ceramics
23.69 other concrete, plaster and cement articles
25.29 other metal tanks and containers
25.3 steam generators
25.30 steam generators
25.4 weapons and ammunition
25.40 weapons and ammunition
25.5 forging, pressing and powder metallurgy
25.50 forging, pressing and powder metallurgy
25.6 metal coating and machining
25.61 metal treatment and coating
25.62 metal machining
25.7 cutlery, tools and hardware
25.71 cutlery
25.72 locks and hinges
25.73 tools
26.8 magnetic and optical media
26.80 magnetic and optical media
28.49 other machine tools
30.30 aircraft and spacecraft
31.01 office and shop furniture
31.02 kitchen furniture
31.03 mattresses
31.09 other furniture
35.12 power transmission
35.13 power distribution
35.14 power trade
38.2 waste treatment and disposal
38.21 treatment and disposal of non-hazardous waste
38.22 treatment and disposal of hazardous waste
38.3 recovery of materials
38.31 dismantling of wrecks
38.32 recovery of sorted materials
41.1 property development
41.10 property development
41.2 building construction
41.20 building construction
43.29 other installation in buildings
43.39 other building completion
43.91 roofing
45 motor trade and repair
45.1 vehicle sales
45.11 car sales
45.19 sales of other vehicles
45.2 vehicle repair
45.20 vehicle repair
45.3 vehicle parts trade
45.31 wholesale of vehicle parts
45.32 retail of vehicle parts
45.4 motorcycle trade and repair
45.40 motorcycle trade and repair
46.51 wholesale of computers and software
46.52 wholesale of electronic and telecom parts
46.64 wholesale of textile machinery
46.65 wholesale of office furniture
46.66 wholesale of office machines
46.69 wholesale of other machinery
46.7 other specialised wholesale
46.71 wholesale of fuels
46.72 wholesale of metals and ores
46.73 wholesale of wood and building materials
46.74 wholesale of hardware, plumbing and heating
46.75 wholesale of chemicals
46.76 wholesale of intermediate products
46.77 wholesale of scrap and waste
47.19 other general shops
47.29 other food shops
47.41 computer shops
47.42 telecom shops
47.43 audio and video shops
47.59 furniture and lighting shops
47.63 music and video shops
47.64 sports shops
47.65 toy shops
47.8 market stalls
47.81 market stalls: food
47.82 market stalls: textiles and shoes
47.89 market stalls: other goods
47.9 trade without shops or stalls
47.91 mail order and internet trade
47.99 other trade without shops or stalls
49.10 long-distance passenger rail
49.31 town and suburban passenger transport
49.32 taxis
52.29 other transport support
56.10 restaurants and mobile food
56.29 other food service
58.12 directories and mailing lists
58.13 newspapers
58.14 journals
61.1 wired telecom
61.10 wired telecom
61.2 wireless telecom
61.20 wireless telecom
61.3 satellite telecom
61.30 satellite telecom
62.0 programming and IT services
62.01 programming
62.02 IT consultancy
62.03 running of computer facilities
62.09 other IT services
63.11 data processing and hosting
63.12 web portals and search pages
63.91 news agencies
63.99 other information services
64.20 holding companies
64.30 trusts and funds
68.1 trade in own real estate
68.10 trade in own real estate
70.21 public relations
70.22 business consultancy
72.11 research in biotechnology
72.19 other research in science and engineering
74.10 design
74.90 other professional and technical services
77.22 rental of video tapes and disks
77.29 rental of other household goods
78.3 other staff services
78.30 other staff services
80.1 guards
80.10 guards
80.2 security systems
80.20 security systems
80.3 investigation
80.30 investigation
81.29 other cleaning
82.11 office services
82.19 copying and office support
85.4 higher education
85.41 post-secondary education below degree
85.42 education to a degree
85.60 support of education
86.90 other health services
87.90 other residential care
90.0 arts and entertainment
90.01 performing arts
90.02 support of performing arts
90.03 artists
90.04 arts venues
91.0 libraries, museums and culture
91.01 libraries and archives
91.02 museums
91.03 historical sites
91.04 zoos, gardens and reserves
95.11 repair of computers
95.12 repair of communication equipment
96.0 other personal services
96.01 laundries and dry cleaning
96.02 hairdressing and beauty
96.03 funerals
96.04 well-being and spas
96.09 personal services of any other kind
`;

/** Dotted code to short label. */
export const naceRev2Labels: ReadonlyMap<string, string> = new Map(
  lines
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
);
