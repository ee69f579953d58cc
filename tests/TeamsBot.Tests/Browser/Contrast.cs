namespace TeamsBot.Tests.Browser;

/// <summary>Finds text that is hard to read against what lies behind it, by the formula of WCAG 2.2 (success criterion 1.4.3).</summary>
internal static class Contrast
{
    /// <summary>Answers with a line for each visible text whose contrast is below 4.5, or 3 where the text is large.</summary>
    public const string Script = """
        () => {
          const parse = color => (color.match(/[\d.]+/g) ?? []).map(Number);
          const linear = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
          const behind = element => {
            const layers = [];
            for (let at = element; at; at = at.parentElement) {
              const [r, g, b, a = 1] = parse(getComputedStyle(at).backgroundColor);
              if (a > 0) layers.unshift([r, g, b, a]);
              if (a === 1) break;
            }
            return layers.reduce((under, [r, g, b, a]) => [r, g, b].map((value, i) => value * a + under[i] * (1 - a)), [255, 255, 255]);
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const text = walker.currentNode.data.trim();
            const element = walker.currentNode.parentElement;
            if (!text || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".sr-only, .skip, script, noscript")) continue;
            const style = getComputedStyle(element);
            const [one, other] = [light(parse(style.color)), light(behind(element))];
            const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            const size = parseFloat(style.fontSize);
            const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
            if (ratio < needed) found.push(`${ratio.toFixed(2)} "${text.slice(0, 20)}" ${style.color} on ${behind(element)}`);
          }
          return [...new Set(found)];
        }
        """;
}
