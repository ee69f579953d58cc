namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What each rule says, for who reads English: why, and what to do. The rules themselves speak Japanese, as their guidelines do, and what
/// they found is kept in Japanese with the draft. A rule is worded here once for all that it may find, so that a finding kept long ago has
/// English words too.
/// </summary>
internal static class RulesInEnglish
{
    /// <summary>By the id of the category.</summary>
    public static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["length"] = "Length",
        ["date_weekday"] = "Date and weekday",
        ["date_invalid"] = "No such date",
        ["date_past"] = "Date gone by",
        ["date_order"] = "Order of a period",
        ["date_relative"] = "\"Tomorrow\", \"next week\"",
        ["time_invalid"] = "Time",
        ["phone"] = "Telephone number",
        ["postal_address"] = "Postal code and address",
        ["url"] = "Link",
        ["official_name"] = "Official name",
        ["typo"] = "Misspelling",
        ["wording"] = "Wording",
        ["platform_chars"] = "Characters not all devices show",
        ["placeholder"] = "Blank left to fill in",
        ["facts"] = "Basis",
        ["correction"] = "Correction and apology",
        ["personal_info"] = "Personal information",
        ["confidential"] = "Not public yet, or internal",
        ["security"] = "Security",
        ["image"] = "Picture",
        ["ambiguous"] = "Can be read two ways",
        ["rumour"] = "Hearsay, not confirmed",
        ["discrimination"] = "Discriminating words",
        ["disrespect"] = "Lack of respect",
        ["public_order"] = "Public decency",
        ["obscene"] = "Obscene content",
        ["illegal"] = "Illegal act",
        ["unofficial"] = "Not the official view",
        ["flaming_topic"] = "Topic that flares up",
        ["url_shortener"] = "Shortened link",
        ["third_party"] = "Link or quotation of others",
        ["availability_link"] = "Link to the official site",
        ["hashtag"] = "Hashtag",
        ["medium_fit"] = "Fit for the medium",
        ["posting_time"] = "Time of posting",
        ["duplicate"] = "Repeated content",
        ["cadence"] = "When it is announced",
        ["private"] = "Private use",
    };

    /// <summary>By the id of the rule.</summary>
    public static readonly IReadOnlyDictionary<string, (string Why, string Next)> Words = new Dictionary<string, (string Why, string Next)>(
        StringComparer.Ordinal
    )
    {
        ["accumulated-theme"] = (
            "Together with earlier posts this may tell who you are or what you do.",
            "Look at your last posts too, and leave the detail out."
        ),
        ["address-book"] = (
            "The address or postal code is not the registered one.",
            "Compare it with the register and write the right one."
        ),
        ["ambiguous"] = ("These words can be read in two ways.", "Write which of the two is meant."),
        ["apology-shape"] = (
            "An apology lacks a part residents expect: what happened, whom it touches, what is done.",
            "Add what is missing, without excuses."
        ),
        ["apply-info"] = ("It invites applications and lacks how, until when, or where to ask.", "Add what a reader needs to apply."),
        ["brackets"] = ("A bracket has no other half.", "Add or remove the bracket."),
        ["cadence"] = (
            "It comes too late, or not on the day set, for this kind of announcement.",
            "Look at the planned day, or let the section say why."
        ),
        ["card-number"] = ("This is the number of a payment card.", "Remove it. It must not be posted."),
        ["consent"] = ("Somebody else is in it, and there is no consent.", "Do not post it before they agreed."),
        ["cool-off"] = ("It reads as if written in anger.", "Wait a while and read it again."),
        ["correction-shape"] = ("A correction must say what was wrong and what is right.", "Write both, with the time of the first post."),
        ["credential"] = ("This looks like a password or code. It was hidden.", "Remove it and change the password at once."),
        ["cut-out"] = ("This sentence alone, cut out of the text, can be misread.", "Read it as a stranger would, and reword it."),
        ["date-era"] = ("The era and the year do not agree.", "Correct the year."),
        ["date-invalid"] = ("There is no such date.", "Correct the date."),
        ["date-order"] = ("The period ends before it begins.", "Correct the dates."),
        ["date-past"] = ("This date is over, and the text speaks of it as coming.", "Correct the date or the tense."),
        ["date-relative"] = ("The word for the day and the date do not agree, or the reader cannot tell the day.", "Write the date."),
        ["date-weekday"] = ("The weekday is not that of the calendar.", "Correct the date or the weekday."),
        ["discrimination"] = ("These words may discriminate against or hurt people.", "Reword it."),
        ["fact-basis"] = ("The basis of a figure or fact is not written down.", "Add the source in the note to the reviewers."),
        ["fit-facebook"] = ("It does not fit how this account uses Facebook.", "See whether length and content suit the medium."),
        ["fit-instagram"] = ("It does not fit how this account uses Instagram.", "See whether picture, text and link suit the medium."),
        ["fit-instagram-hashtag"] = ("A post on Instagram has no hashtag.", "Add one that people look for."),
        ["fit-x"] = ("It does not fit how this account uses X.", "See whether it can be said more shortly."),
        ["flaming-theme"] = (
            "It touches a topic that flares up easily (disaster, beliefs, sport and scandal, politics, a slip of the hand).",
            "See whether it takes sides or makes light of it, and write down what you checked."
        ),
        ["gain-promotion"] = ("It advertises a private business.", "Write only what concerns the office's work."),
        ["holiday-name"] = ("The name of the public holiday is not that of the day.", "Correct the day or the name."),
        ["illegal-act"] = ("It speaks well of an illegal act.", "Take it out."),
        ["image-location"] = ("The picture tells where it was taken.", "Take the place out of the picture, or leave the picture out."),
        ["image-rights"] = ("It is not said whose the picture is, or whether the people in it agreed.", "Say it under the pictures."),
        ["internal-only"] = ("This is meant for staff, or not public yet.", "Take it out, or ask whether it may be published."),
        ["irreverent"] = ("These words lack respect.", "Reword it."),
        ["length-x"] = ("The text is longer than X takes.", "Shorten it."),
        ["limited-audience"] = ("A post for few readers can be passed on by any of them.", "Write it so that anybody may read it."),
        ["link-home"] = ("No link to your organisation's own website.", "Add one if readers need more."),
        ["mirror-url"] = (
            "This account is to be posted with the link to the same news on the official site.",
            "Add the address of the page."
        ),
        ["mosaic"] = ("Together these details tell who or where somebody is.", "Leave some of them out."),
        ["multi-media"] = ("The same news goes out by several media.", "See whether each has what its readers need."),
        ["my-number"] = (
            "This is, or is called, a My Number (Individual Number).",
            "Remove it, also one with a slip in it. A specimen must show that it is one."
        ),
        ["named-attack"] = ("It speaks ill of somebody who is named.", "Take the name or the remark out."),
        ["not-official-view"] = ("It reads as a private opinion.", "Write what the organisation says."),
        ["obscene-link"] = ("The link leads to a site with obscene content.", "Remove it."),
        ["off-purpose"] = ("It is not what the account is there for.", "See whether another account fits."),
        ["official-name"] = ("The name is not quite the official one.", "Use the official name."),
        ["official-view"] = (
            "It gives the organisation's official view.",
            "It needs the head's decision; let them see where it comes from."
        ),
        ["personal-data"] = (
            "It tells who a private person is, or something about them.",
            "Remove it, or record their consent and ask the head."
        ),
        ["phone-book"] = ("The number is not the one registered for this office.", "Compare it with the register."),
        ["phone-form"] = ("There is no telephone number of this form.", "Correct the number."),
        ["placeholder"] = ("Something is still to be filled in.", "Fill it in."),
        ["platform-chars"] = ("Not every device shows these characters.", "Write them with ordinary characters."),
        ["policy-no-reply"] = ("By its policy this account does not reply.", "Do not send it as a reply."),
        ["political-act"] = ("It supports a candidate or a party.", "Take it out. Only neutral notices of an election are allowed."),
        ["postal-form"] = ("A postal code has seven digits.", "Correct the postal code."),
        ["posting-hours"] = ("The planned time is outside the hours for posting.", "Choose a time within them, or say why it cannot wait."),
        ["public-order"] = ("It may offend public decency.", "Reword it."),
        ["quoted-work"] = ("It quotes a work of somebody else.", "Name the source, or shorten the quotation."),
        ["reach"] = ("Some of those it is for do not see this medium.", "See whether another way of telling them is needed."),
        ["repeat-similar"] = ("Nearly the same was posted not long ago.", "See whether it is needed again, and what is new."),
        ["retort"] = ("It reads as an argument or a reproach.", "Write calmly what is the case."),
        ["rights-wording"] = ("These words for people are dated or may hurt.", "Use the words in use today."),
        ["rumour"] = ("It passes on hearsay.", "Write only what was confirmed, with its source."),
        ["secrecy-class"] = ("It carries a mark of secrecy.", "Ask whether it may be published. It cannot be posted so."),
        ["security-exposure"] = ("It tells something that helps an intruder.", "Take it out."),
        ["sensitive-date"] = ("Around this day people remember a disaster or a loss.", "See whether tone and time are fitting."),
        ["short-url"] = ("A shortened link does not say where it leads.", "Write the full address."),
        ["stale-info"] = ("This information is out of date.", "Correct it, or do not post it."),
        ["summary-link"] = ("A short text needs the page with the details.", "Add its address."),
        ["third-party-endorse"] = ("It points to or speaks for somebody outside.", "See whether the office can stand behind it."),
        ["time-invalid"] = ("There is no such time of day.", "Correct the time."),
        ["time-order"] = ("It ends before it begins.", "Correct the times."),
        ["trace-affiliation"] = ("It tells where you work.", "Leave it out of a private post."),
        ["typo"] = ("This looks like a slip of the keyboard.", "Correct it."),
        ["unsafe-link"] = ("The link leads to an app file or a look-alike of a store.", "Remove it."),
        ["unverified"] = ("It is not confirmed.", "Confirm it first, or say that it is not confirmed."),
        ["url-form"] = ("The link does not work as it is written.", "Correct the address."),
        ["weather-plan"] = ("It does not say what happens in bad weather.", "Add what happens and where it will be told."),
        ["word-book"] = ("The organisation's own word list has something else.", "Use the word of the list."),
    };
}
