/// English words of one meaning, and the forms of irregular verbs, each group taken as one stem.
///
/// Everyday English, written down from general knowledge; a word stands in one group only. What it
/// brings, on held-out training data, stands in `Ablation.md`.
enum Synonyms {
  /// The group of a stem, by the hash of the stem; nil when it stands for itself.
  static func group(_ stem: UInt64) -> UInt64? { groups[stem] }

  private static let groups: [UInt64: UInt64] = {
    var groups: [UInt64: UInt64] = [:]
    for (number, line) in lines.split(separator: "\n").enumerated() {
      for word in line.split(separator: " ") {
        let stem = Stem.cut(word.unicodeScalars.map(\.value)[...])
        if groups[stem] == nil { groups[stem] = Hash.mix(Hash.seed, UInt64(number) + 17) }
      }
    }
    return groups
  }()

  private static let lines = """
    be am is are was were been being
    have has had having
    do does did done doing
    go goes went gone going
    get gets got gotten getting obtain receive received receiving
    give gave given giving provide
    take took taken taking
    make made making
    buy bought buying purchase purchased
    sell sold
    pay paid paying payment
    send sent sending
    lose lost losing misplaced
    steal stole stolen theft thief
    find found finding locate
    tell told say said inform
    know knew known
    think thought believe
    keep kept
    leave left
    bring brought
    begin began begun start started
    see saw seen look view watch
    hear heard listen
    speak spoke spoken talk chat
    write wrote written
    forget forgot forgotten
    break broke broken damaged defective faulty
    choose chose chosen select pick
    spend spent
    come came coming arrive arrived
    wake woke
    eat ate eaten
    hold held
    understand understood
    become became
    run ran
    child children kid kids
    man men
    woman women
    person people
    delete deleted remove removed erase cancel cancelled canceled cancellation terminate
    add added include insert
    create created new
    change changed modify edit update updated alter
    wrong incorrect mistake error
    fail failed failing failure decline declined reject rejected denied refused
    ok fine okay
    problem issue trouble
    fix repair solve resolve
    stop end finish quit
    help assist assistance support
    show display list
    big large huge
    small little tiny
    fast quick quickly speed soon
    slow delayed delay late
    money cash fund funds
    price cost costs charge charges charged fee fees rate
    cheap inexpensive
    refund refunded reimburse reimbursement
    photo picture image photograph pic
    song music track tune
    movie film
    mail email emails
    phone telephone mobile cellphone cell
    shop store
    car vehicle automobile
    home house
    city town
    job work
    doctor physician
    ship shipped shipping deliver delivered delivery dispatch dispatched
    package parcel shipment
    location place
    today now currently
    yes yeah yep sure
    no not dont doesnt didnt cant cannot wont isnt wasnt arent couldnt havent hasnt never
    want wanna wish like would need require
    please pls plz kindly
    thanks thank thx
    hi hello hey
    allow allowed permit
    can able possible could may
    accept accepted
    verify verified verification confirm confirmed confirmation validate
    identity identification id
    account profile
    password passcode passphrase pin
    currency currencies
    reason why cause
    happen occur
    wait waiting pending
    twice double duplicate
    once single
    many much number quantity
    several few some
    limit maximum max minimum restriction
    close closed shut
    open opened
    lamp light lights
    loud louder volume
    increase raise higher up
    decrease lower reduce down
    weather forecast
    rain rainy raining
    food meal
    recipe cook
    meeting appointment event
    remind reminder remember
    search seek google
    train railway
    travel trip journey
    flight plane
    teach learn explain describe
    mean definition define
    joke funny
    company business firm
    customer client
    question query ask inquire
    complaint complain
    expire expired expiry expiration
    discount offer deal
    coupon promo voucher
    invoice bill receipt
    transfer transferred move
    withdraw withdrawal withdrawn
    deposit topup top
    country nation
    abroad overseas foreign international
    near nearby nearest
    fake counterfeit
    original genuine authentic
    employee staff
    agent representative human
    bike bicycle
    register registration signup join enroll
    login signin
    website site web online
    app application
    information info details detail
    try tried attempt
    use used using
    correct right accurate
    gift present
    safe secure security
    available availability stock
    mother mom mum
    father dad
    """
}
