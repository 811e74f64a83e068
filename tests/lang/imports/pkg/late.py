print("init late")
NAME = "late"
