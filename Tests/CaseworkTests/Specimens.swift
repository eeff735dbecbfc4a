import Policy

/// 2020-07-20, the day on which the tables are meant.
let cutoffDay = CivilDate(daysSinceEpoch: 18_463)

/// 2020-07-20T00:00:00+08:00 (P21).
let cutoff = Moment(cutoffDay)
