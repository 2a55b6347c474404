/** A Wi-Fi network as the text of a QR code, which phones join by. Name and password stay on the page. */

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,:"]/g, "\\$&");

/** @param {string} name its SSID @param {string} password "" for an open network */
export function wifiText(name, password) {
  const secret = password ? `T:WPA;S:${escaped(name)};P:${escaped(password)}` : `T:nopass;S:${escaped(name)}`;
  return `WIFI:${secret};;`;
}
