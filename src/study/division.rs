//! How Kazakhstan is divided into regions, and where each stands on a grid of tiles.
//!
//! Codes are the first two digits of KATO, the State Classifier of
//! Administrative-Territorial Objects; of a division that is no longer in force they are
//! those that it had.

/// A division of Kazakhstan, by the year from which it was in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Division {
    /// 14 regions and 2 cities of republican significance, until 2018.
    Of1997,
    /// 14 regions and 3 cities: Shymkent apart, its region named after Turkistan.
    Of2018,
    /// 17 regions and 3 cities: Abai, Jetisu and Ulytau apart.
    Of2022,
}

/// A region or a city of republican significance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Its code.
    pub code: &'static str,
    /// Its name in English, for authors.
    pub name: &'static str,
    /// Where its tile is, from the west, from 0.
    pub column: u8,
    /// Where its tile is, from the north, from 0.
    pub row: u8,
}

const fn region(code: &'static str, name: &'static str, column: u8, row: u8) -> Region {
    Region { code, name, column, row }
}

/// What all divisions have in the same place.
macro_rules! regions {
    ($($own:expr,)+) => {
        &[
            region("39", "Kostanay", 2, 0),
            region("59", "North Kazakhstan", 3, 0),
            region("27", "West Kazakhstan", 0, 1),
            region("15", "Aktobe", 1, 1),
            region("11", "Akmola", 2, 1),
            region("71", "Astana", 3, 1),
            region("55", "Pavlodar", 4, 1),
            region("23", "Atyrau", 0, 2),
            region("35", "Karaganda", 3, 2),
            region("47", "Mangystau", 0, 3),
            region("31", "Jambyl", 3, 3),
            region("19", "Almaty region", 4, 3),
            region("75", "Almaty city", 4, 4),
            $($own,)+
        ]
    };
}

const OF_1997: &[Region] = regions![
    region("43", "Kyzylorda", 2, 2),
    region("63", "East Kazakhstan", 4, 2),
    region("51", "South Kazakhstan", 2, 3),
];

const OF_2018: &[Region] = regions![
    region("43", "Kyzylorda", 2, 2),
    region("63", "East Kazakhstan", 4, 2),
    region("61", "Turkistan", 2, 3),
    region("79", "Shymkent", 2, 4),
];

const OF_2022: &[Region] = regions![
    region("62", "Ulytau", 2, 2),
    region("10", "Abai", 4, 2),
    region("63", "East Kazakhstan", 5, 2),
    region("43", "Kyzylorda", 1, 3),
    region("61", "Turkistan", 2, 3),
    region("33", "Jetisu", 5, 3),
    region("79", "Shymkent", 2, 4),
];

impl Division {
    /// All divisions.
    pub const ALL: [Self; 3] = [Self::Of1997, Self::Of2018, Self::Of2022];

    /// The year that authors name it by.
    pub fn year(self) -> &'static str {
        match self {
            Self::Of1997 => "1997",
            Self::Of2018 => "2018",
            Self::Of2022 => "2022",
        }
    }

    /// Its regions.
    pub fn regions(self) -> &'static [Region] {
        match self {
            Self::Of1997 => OF_1997,
            Self::Of2018 => OF_2018,
            Self::Of2022 => OF_2022,
        }
    }

    /// The region with this code.
    pub fn find(self, code: &str) -> Option<&'static Region> {
        self.regions().iter().find(|region| region.code == code)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_division_has_the_regions_that_the_law_gave_it() {
        let counts = Division::ALL.map(|division| {
            let cities = ["71", "75", "79"];
            let all = division.regions();
            let of_cities = all.iter().filter(|region| cities.contains(&region.code));
            (all.len() - of_cities.clone().count(), of_cities.count())
        });
        assert_eq!(counts, [(14, 2), (14, 3), (17, 3)]);
    }

    #[test]
    fn no_two_regions_have_one_code_or_one_tile() {
        for division in Division::ALL {
            let all = division.regions();
            let codes: BTreeSet<_> = all.iter().map(|own| own.code).collect();
            let tiles: BTreeSet<_> =
                all.iter().map(|own| (own.column, own.row)).collect();
            assert_eq!((codes.len(), tiles.len()), (all.len(), all.len()));
        }
    }

    #[test]
    fn the_codes_of_today_are_those_of_iso_3166_2() {
        let iso = "10 11 15 19 23 27 31 33 35 39 43 47 55 59 61 62 63 71 75 79";
        let own: BTreeSet<&str> =
            Division::Of2022.regions().iter().map(|region| region.code).collect();
        assert_eq!(own, iso.split(' ').collect());
    }
}
