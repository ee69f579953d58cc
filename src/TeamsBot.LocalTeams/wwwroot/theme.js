// Set before anything is drawn, so that the page never flashes in the other brightness. ?theme= wins over what was chosen before.
{
  const asked = new URLSearchParams(location.search).get("theme");
  const kept = asked === "light" || asked === "dark" ? asked : localStorage.getItem("local-teams-theme");
  const dark = kept ? kept === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
