/// By which signs a path is told from words.
enum PathSigns {
  /// The extensions of what people send for a licence, accepted or not, in small letters.
  static let extensions: Set<String> = [
    "jpg", "jpeg", "jpe", "jfif", "png", "pdf", "heic", "heif", "avif", "webp", "gif", "bmp", "tif",
    "tiff", "svg", "ofd", "doc", "docx", "wps", "xls", "xlsx", "ppt", "pptx", "rtf", "txt", "html",
    "htm", "zip", "rar", "7z", "mp4", "mov", "psd",
  ]

  /// What stands first in a path from `/`, in small letters.
  static let roots: Set<String> = [
    "home", "root", "users", "tmp", "mnt", "media", "volumes", "var", "opt", "usr", "data", "srv",
    "run", "private", "dev", "proc", "etc", "workspace", "storage", "sdcard", "desktop",
    "downloads",
  ]

  /// Behind which a name may begin although no blank stands there.
  static let leads: [[Unicode.Scalar]] = [
    "我的文件在", "我的文件是", "我的执照在", "我的执照是", "文件在", "文件是", "文件叫", "文件名是", "文件名叫", "文件名", "执照在", "执照是",
    "营业执照在", "营业执照是", "照片在", "照片是", "图片在", "图片是", "路径是", "路径在", "名字是", "名字叫", "放在", "就在", "就是",
    "这是",
    "我发了", "我传了",
  ].map { Array($0.unicodeScalars) }

  /// What neither begins nor belongs to a name in a sentence.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    "，。：:；;！!？?、,|<>=\"“”‘’'「」『』《》【】`…".unicodeScalars.contains(scalar)
  }

  /// What closes a sentence behind a path, parentheses too.
  static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    isPunctuation(scalar) || [")", "）", "~", "～"].contains(scalar)
  }

  /// What a name goes on with behind something that looks like its extension: a.jpg.png, a.jpg_2.
  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatinLetter || scalar.digit != nil || scalar == "_" || scalar == "-" || scalar == "/"
      || scalar == "%"
  }
}
