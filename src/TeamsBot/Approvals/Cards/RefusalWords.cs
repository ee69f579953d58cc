using System.Globalization;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The sentence for each refusal: what is the matter, without blame, and what to do next.</summary>
internal static class RefusalWords
{
    public static string Sentence(this Refusal refusal, Draft? draft, DateTimeOffset now) => refusal switch
    {
        Refusal.NotFound => "その番号の下書きは見つかりません。「一覧」で番号をお確かめください。",
        Refusal.NotAuthor => $"この操作は起案者の{draft?.AuthorName}さんだけができます。",
        Refusal.NotNow => $"この下書きは「{draft?.Status.Word()}」のため、この操作はできません。{Latest(draft, now)}",
        Refusal.NoText => "本文がありません。投稿する文章を入力してください。",
        Refusal.TooLong => string.Create(CultureInfo.InvariantCulture, $"本文は{Revision.MaxLength:N0}字までです。短くしてから、もう一度お送りください。"),
        Refusal.NoAccount => "投稿先のアカウントを選んでください。",
        Refusal.NoInformationClass => "情報の区分を選んでください。",
        Refusal.ClassNotPublishable => "選んだ区分の情報は発信できません。公開できる内容に直してから、区分を選び直してください。",
        Refusal.ClassNeedsHead => "選んだ区分の情報は、所属長が理由を記して認めた場合だけ発信できます。「所属長に例外を相談」から依頼してください。",
        Refusal.EmbargoNeedsTime => "解禁日時のある情報です。希望日と希望時刻に解禁日時を入力してください。",
        Refusal.NoPlannedTime => "希望日と希望時刻は、両方を入力してください。すぐに投稿するときは両方を空欄にします。",
        Refusal.PlannedTimeUnclear => "希望日・希望時刻の書き方を読み取れませんでした。「2026-12-15」と「15:00」のように入力してください。ほかの入力は保存しています。",
        Refusal.PlannedTimePast => "希望日時を過ぎています。新しい希望日時を入力するか、空欄（承認後すぐ）にしてください。",
        Refusal.StopFindings => "「止め」の項目があります。本文を直してから、確認に回してください。",
        Refusal.BlockFindings => "「要修正」の項目があります。本文を直すか、理由を添えて所属長に例外の判断を依頼してください。",
        Refusal.WarningsUnanswered => "「注意」の項目が残っています。本文を直すか、確認したことを回答欄に入力してください。",
        Refusal.NotAssigned => "この下書きの確認・決裁は、ほかの方にお願いしています。内容の閲覧だけができます。",
        Refusal.OwnDraft => "自分が起案した下書きは、自分では確認・決裁できません。",
        Refusal.AlreadyActedInOtherStep => "この下書きは、すでに別の段階で確認されています。同じ方が確認と決裁の両方を行うことはできません。",
        Refusal.AlreadyDecided => $"すでに処理済みです。{Latest(draft, now)}",
        Refusal.OldRevision => "カードを開いたあとに本文または設定が変わりました。最新の内容をお確かめのうえ、もう一度操作してください。",
        Refusal.ReasonTooShort => string.Create(CultureInfo.InvariantCulture, $"理由を{Draft.MinReason}字以上で入力してください。起案者が次に何を直せばよいか分かるように書くと早く進みます。"),
        Refusal.ChecklistIncomplete => "確認項目がすべて確認済みになっていません。▲の項目を確かめて印を付けてください。",
        Refusal.NotConfirmed => "「公開後は完全には消せない」ことの確認に印を付けてください。",
        Refusal.UrlMissing => "投稿のURLを入力してください（https:// から始まるもの）。",
        Refusal.UrlOfOtherAccount => "URLがほかのアカウントの投稿のものです。投稿先のアカウントで投稿したかを確かめ、その投稿のURLをコピーしてください。",
        Refusal.UrlNotAPost => "URLが投稿ではなくアカウントのページのものです。投稿を開いて、その投稿のURLをコピーしてください。",
        Refusal.UrlOwnerUnknown => "このURLからは、どのアカウントの投稿か分かりません。投稿を開いて確かめ、▲に印を付けて、もう一度押してください。",
        Refusal.SameUrl => "いまのURLと同じです。正しいURLを入力してください。",
        Refusal.UrlReasonTooShort => string.Create(CultureInfo.InvariantCulture, $"直す理由を{Draft.MinUrlReason}字以上で入力してください。記録に残ります。"),
        Refusal.CopyAltered => "コピー用の枠の文が変わっています。投稿した文を▲に貼り付けてください。承認文と同じかを確かめます。",
        Refusal.UrlOfOtherMedium => "URLが投稿先の媒体のものではないようです。投稿のURLをもう一度コピーしてください。",
        Refusal.TooEarly => $"解禁日時（{(draft?.PlannedAt is { } at ? JapaneseTime.Format(at, now) : "")}）の前です。解禁後にもう一度操作してください。",
        Refusal.NotHead => "例外の判断は所属長だけができます。",
        Refusal.NothingToLift => "例外の判断を依頼する項目はありません。",
        Refusal.NotWriter => "下書きを作れるのは、起案者として登録された方です。登録については広報担当へご相談ください。",
        Refusal.NothingToDismiss => "該当しない項目を選んでください。",
        Refusal.NotDismissible => "「要修正」「止め」の項目は「該当しない」にできません。本文を直すか、所属長に例外を相談してください。長い範囲への指摘は、回答欄に確認したことを入力してください。",
        Refusal.DismissReasonTooShort => string.Create(CultureInfo.InvariantCulture, $"該当しない理由を{Draft.MinDismissReason}字以上で入力してください。点検の見直しに使います。"),
        Refusal.TooManyPictures => string.Create(CultureInfo.InvariantCulture, $"画像は1件の下書きに{Pictures.PictureLimits.Most}枚までです。使う画像だけを残してください。"),
        Refusal.NoSuchPicture => "その画像はもうありません。最新のカードを開いてください。",
        Refusal.LikeKeepsAddress => "「いいね」をする投稿は変えられません。取り下げて、「いいね申請 https://…」から新しく始めてください。",
        Refusal.GateUnmet => "承認に要る確認が残っています。カードの印と入力欄をお確かめください。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    private static string Latest(Draft? draft, DateTimeOffset now) =>
        draft?.Events.LastOrDefault(happened => happened.Who.Length > 0) is { } last
            ? $"（{JapaneseTime.Format(last.At, now)} {last.Who} {last.Kind.Word()}）"
            : "";
}
