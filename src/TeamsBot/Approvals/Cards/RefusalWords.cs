using System.Globalization;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The sentence for each refusal: what is the matter, without blame, and what to do next.</summary>
internal static class RefusalWords
{
    public static string Sentence(this Refusal refusal, Draft? draft, DateTimeOffset now, CardLanguage language = CardLanguage.Ja) =>
        refusal switch
        {
            Refusal.NotFound => language.Say(
                "その番号の下書きは見つかりません。「一覧」で番号をお確かめください。",
                "There is no draft of that number. See \"list\" for the numbers."
            ),
            Refusal.NotAuthor => language.Say(
                $"この操作は起案者の{draft?.AuthorName}さんだけができます。",
                string.Create(CultureInfo.InvariantCulture, $"Only the author, {draft?.AuthorName}, can do this.")
            ),
            Refusal.NotNow => language.Say(
                $"この下書きは「{draft?.Status.Word()}」のため、この操作はできません。{Latest(draft, now)}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This draft is \"{draft?.Status.Word(language)}\"; this cannot be done now. {Latest(draft, now, language)}"
                )
            ),
            Refusal.NoText => language.Say(
                "本文がありません。投稿する文章を入力してください。",
                "There is no text. Enter the text to be posted."
            ),
            Refusal.TooLong => language.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"本文は{Revision.MaxLength:N0}字までです。短くしてから、もう一度お送りください。"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A text may have {Revision.MaxLength:N0} characters. Shorten it and send it again."
                )
            ),
            Refusal.NoAccount => language.Say("投稿先のアカウントを選んでください。", "Choose the account to post to."),
            Refusal.AccountShut => language.Say(
                "投稿先のアカウントが、いまは投稿できない状態です。「台帳」で状態を確かめてください。",
                "Nothing can be posted to the account as it is. Type \"accounts\" to see why."
            ),
            Refusal.NoInformationClass => language.Say("情報の区分を選んでください。", "Choose the class of information."),
            Refusal.ClassNotPublishable => language.Say(
                "選んだ区分の情報は発信できません。公開できる内容に直してから、区分を選び直してください。",
                "Information of the chosen class may not be posted. Change the text to what may be public, then choose the class again."
            ),
            Refusal.ClassNeedsHead => language.Say(
                "選んだ区分の情報は、所属長が理由を記して認めた場合だけ発信できます。「所属長に例外を相談」から依頼してください。",
                "Information of the chosen class is posted only where the head allows it with a written reason. Ask with \"Ask the head "
                    + "for an exception\"."
            ),
            Refusal.EmbargoNeedsTime => language.Say(
                "解禁日時のある情報です。希望日と希望時刻に解禁日時を入力してください。",
                "This information has a release time. Enter it as date and time of posting."
            ),
            Refusal.NoPlannedTime => language.Say(
                "希望日と希望時刻は、両方を入力してください。すぐに投稿するときは「承認後すぐ」を選びます。",
                "Enter both date and time, or choose \"As soon as approved\"."
            ),
            Refusal.PlannedTimePast => language.Say(
                "希望日時を過ぎています。新しい希望日時を入力するか、「承認後すぐ」を選んでください。",
                "The time of posting has passed. Enter a new one, or choose \"As soon as approved\"."
            ),
            Refusal.StopFindings => language.Say(
                "「要修正（例外なし）」の項目があります。本文を直してから、確認に回してください。",
                "There is a \"Must fix (no exception)\" finding. Change the text, then send it for review."
            ),
            Refusal.BlockFindings => language.Say(
                "「要修正」の項目があります。本文を直すか、理由を添えて所属長に例外の判断を依頼してください。",
                "There is a \"Must fix\" finding. Change the text, or ask the head for an exception with a reason."
            ),
            Refusal.WarningsUnanswered => language.Say(
                "「要確認」の項目が残っています。本文を直すか、確かめたことを入力してください。",
                "A \"To confirm\" finding is open. Change the text, or say what you confirmed."
            ),
            Refusal.NotAssigned => language.Say(
                "この下書きの確認・決裁は、ほかの方にお願いしています。内容の閲覧だけができます。",
                "Others were asked to review and decide on this draft. You can read it."
            ),
            Refusal.OwnDraft => language.Say(
                "自分が起案した下書きは、自分では確認・決裁できません。",
                "Nobody reviews or decides on their own draft."
            ),
            Refusal.AlreadyActedInOtherStep => language.Say(
                "この下書きは、すでに別の段階で確認されています。同じ方が確認と決裁の両方を行うことはできません。",
                "You already acted on this draft in another step. One person cannot do both."
            ),
            Refusal.AlreadyDecided => language.Say(
                $"今の操作は記録していません。{draft?.Ended()?.Sentence(draft, now)}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Your press is not recorded. {draft?.Ended()?.Sentence(draft, now, language)}"
                )
            ),
            Refusal.OldRevision => language.Say(
                "カードを開いたあとに本文または設定が変わりました。最新の内容をお確かめのうえ、もう一度操作してください。",
                "Text or settings changed after this card was opened. What you entered is kept; look at it and press again."
            ),
            Refusal.ReasonTooShort => language.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"直してほしいところに印を付けるか、どう直すかの理由を{Draft.MinReason}字以上で入力してください。"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Tick what should be changed, or say in at least {Draft.MinReason} characters how to change it."
                )
            ),
            Refusal.WordsOfReturn => language.Say(
                "まだ何も送っていません。差し戻すときの内容が入力されています。差し戻すか、連絡として伝えて先へ進めるかを選んでください。",
                "Nothing was sent yet. You entered words for a return. Choose: return it, or let it go on with them as a note."
            ),
            Refusal.RejectionReasonTooShort => language.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"却下する理由を{Draft.MinReason}字以上で入力してください。印だけでは却下できません。"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Say in at least {Draft.MinReason} characters why it is rejected. Ticks are not enough."
                )
            ),
            Refusal.LiftAnswerTooShort => language.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"理由を{Draft.MinReason}字以上で入力してください。起案者が次に何を直せばよいか分かるように書くと早く進みます。"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Give a reason of at least {Draft.MinReason} characters that says what to do next."
                )
            ),
            Refusal.ChecklistIncomplete => language.Say(
                "確認項目がすべて確認済みになっていません。▲の項目を確かめて印を付けてください。",
                "Not all items are ticked. Check those marked ▲ and tick them."
            ),
            Refusal.NotConfirmed => language.Say(
                "「公開後は完全には消せない」ことの確認に印を付けてください。",
                "Tick that what is published cannot be erased completely."
            ),
            Refusal.UrlMissing => language.Say(
                "投稿のURLを入力してください（https:// から始まるもの）。",
                "Enter the post's URL (beginning with https://)."
            ),
            Refusal.UrlOfOtherMedium => language.Say(
                "URLが投稿先の媒体のものではないようです。投稿のURLをもう一度コピーしてください。",
                "The URL does not seem to be of this medium. Copy the post's URL again."
            ),
            Refusal.PlannedTimeUnclear => language.Say(
                "希望日・希望時刻の書き方を読み取れませんでした。「2026-12-15」と「15:00」のように入力してください。ほかの入力は保存しています。",
                "Date or time of posting could not be read. Enter them like 2026-12-15 and 15:00. What else you entered is saved."
            ),
            Refusal.UrlOfOtherAccount => language.Say(
                "URLがほかのアカウントの投稿のものです。投稿を開いてアカウント名を確かめてください。正しく投稿していたら、その投稿のURLに直して報告します。違うアカウントに投稿していたら、消さずに「違うアカウントに投稿した」を押してください。",
                "The URL is of a post by another account. Open the post and see whose it is. If it went to the right account, report that "
                    + "post's URL. If not, do not delete it; press \"Posted from another account\"."
            ),
            Refusal.UrlNotAPost => language.Say(
                "URLが投稿ではなくアカウントのページのものです。投稿を開いて、その投稿のURLをコピーしてください。",
                "The URL is of an account's page, not of a post. Open the post and copy its URL."
            ),
            Refusal.UrlOfOwnAccount => language.Say(
                "このURLは、承認された投稿先の投稿です。この投稿を報告するときは「投稿を報告する」を押してください。ほかの投稿でしたら、そのURLに直してください。",
                "This URL is of a post by the approved account. To report it, press \"Report the post\"; for another post enter its URL."
            ),
            Refusal.UrlOwnerUnknown => language.Say(
                "このURLからは、どのアカウントの投稿か分かりません。投稿を開いて確かめ、▲に印を付けて、もう一度押してください。",
                "This URL does not say whose post it is. Open the post, see whose it is, tick ▲ and press again."
            ),
            Refusal.KnownElsewhere => language.Say(
                "この投稿は、すでに報告されています。所属長と相談するまで、その投稿を消したり直したりしないでください。",
                "This post was reported already. Do not delete or change it before you have talked to the head."
            ),
            Refusal.UrlUsed => language.Say(
                "このURLは、ほかの下書きの投稿としてすでに報告されています。URLを確かめてください。同じ投稿でよければ、もう一度押してください。",
                "This address was reported as the post of another draft. Look at it; if it is right, press again."
            ),
            Refusal.StraySettled => language.Say(
                "この投稿をどうしたかは、すでに記録されています。することはありません。",
                "What became of this post is recorded already. There is nothing to do."
            ),
            Refusal.StrayReasonTooShort => language.Say(
                string.Create(CultureInfo.InvariantCulture, $"残す理由を{Draft.MinStrayReason}字以上で入力してください。記録に残ります。"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Say in at least {Draft.MinStrayReason} characters why it stays. It stays on record."
                )
            ),
            Refusal.SameUrl => language.Say(
                "いまのURLと同じです。正しいURLを入力してください。",
                "This is the present URL. Enter the right one."
            ),
            Refusal.UrlReasonTooShort => language.Say(
                string.Create(CultureInfo.InvariantCulture, $"直す理由を{Draft.MinUrlReason}字以上で入力してください。記録に残ります。"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Give a reason of at least {Draft.MinUrlReason} characters. It stays on record."
                )
            ),
            Refusal.CopyAltered => language.Say(
                "コピー用の枠の文が変わっています。投稿した文を▲に貼り付けてください。承認文と同じかを確かめます。",
                "The text in the field for copying was altered. Paste the text that was posted at ▲. It is compared with the approved one."
            ),
            Refusal.DifferenceOpen => language.Say(
                "承認文との違いが報告されています。いま投稿されている文を▲に貼り付けてください。同じになったかを確かめます。",
                "A difference was reported. Paste the text as it is posted now at ▲. It is compared with the approved one."
            ),
            Refusal.TooEarly => language.Say(
                $"解禁日時（{(draft?.PlannedAt is { } at ? JapaneseTime.Format(at, now) : "")}）の前です。解禁後にもう一度操作してください。",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It is before the release time ({(draft?.PlannedAt is { } due ? JapaneseTime.Format(due, now, language) : "")}). Try "
                        + $"again after it."
                )
            ),
            Refusal.NotHead => language.Say("例外の判断は所属長だけができます。", "Only the head decides about exceptions."),
            Refusal.NothingToLift => language.Say("例外の判断を依頼する項目はありません。", "There is nothing to ask an exception for."),
            Refusal.NotWriter => language.Say(
                "下書きを作れるのは、起案者として登録された方です。登録については広報担当へご相談ください。",
                "Drafts are made by people registered as writers. Ask the public relations desk to be registered."
            ),
            Refusal.NothingToDismiss => language.Say("該当しない項目を選んでください。", "Choose the findings that do not apply."),
            Refusal.NotDismissible => language.Say(
                "「要修正」の項目は「該当しない」にできません。本文を直すか、所属長に例外を相談してください。長い範囲への指摘は、回答欄に確認したことを入力してください。",
                "\"Must fix\" findings cannot be set aside. Change the text, or ask the head for an exception. Answer "
                    + "findings about a long passage instead."
            ),
            Refusal.DismissReasonTooShort => language.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"該当しない理由を{Draft.MinDismissReason}字以上で入力してください。点検の見直しに使います。"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Say in at least {Draft.MinDismissReason} characters why it does not apply. It helps to better the checks."
                )
            ),
            Refusal.TooManyPictures => language.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"画像は1件の下書きに{Pictures.PictureLimits.Most}枚までです。使う画像だけを残してください。"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A draft takes {Pictures.PictureLimits.Most} pictures. Keep those that are used."
                )
            ),
            Refusal.NoSuchPicture => language.Say(
                "その画像はもうありません。最新のカードを開いてください。",
                "That picture is no longer there. Open the latest card."
            ),
            Refusal.LikeKeepsAddress => language.Say(
                "「いいね」をする投稿は変えられません。取り下げて、「いいね申請 https://…」から新しく始めてください。",
                "The post to be liked cannot be changed. Withdraw this one and begin anew with \"like https://…\"."
            ),
            Refusal.LiftReasonMissing => language.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"例外を相談する理由を{Draft.MinReason}字以上で入力してください。所属長が判断に使います。"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Say in at least {Draft.MinReason} characters why an exception is needed. The head decides on it."
                )
            ),
            Refusal.ClassDiffers => language.Say(
                "情報の区分を変えました。ボタンに書かれた区分でよければ、もう一度押してください。",
                "The class of information was changed. If the class on the button is right, press it again."
            ),
            Refusal.TextNotOpened => WholeTextSection.Reason(language),
            Refusal.GateUnmet => language.Say(
                "承認に要る確認が残っています。カードの印と入力欄をお確かめください。",
                "Something the approval needs is open. See the ticks and fields of the card."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
        };

    private static string Latest(Draft? draft, DateTimeOffset now, CardLanguage language = CardLanguage.Ja) =>
        draft?.Events.LastOrDefault(happened => happened.Who.Length > 0) is { } last
            ? language.Say(
                $"（{JapaneseTime.Format(last.At, now)} {last.Who} {last.Kind.Word()}）",
                $"({JapaneseTime.Format(last.At, now, language)} {last.Who}: {last.Kind.Word(language)})")
            : "";
}
